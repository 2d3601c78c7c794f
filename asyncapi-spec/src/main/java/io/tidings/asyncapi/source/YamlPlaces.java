package io.tidings.asyncapi.source;

import java.util.Arrays;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's marks into locations: it counts code points, editors count UTF-16 code units. */
final class YamlPlaces {
    private final String file;
    private final String text;

    /**
     * The code points that take two code units, counted from the start of the text, ascending: a document may be one long
     * line, so counting from the start of each line would cost more than linear time.
     */
    private final int[] wide;

    YamlPlaces(String file, String text) {
        this.file = file;
        this.text = text;
        this.wide = wide(text);
    }

    String file() {
        return file;
    }

    Location startOf(Event event) {
        return event.getStartMark().map(this::at).orElse(Location.startOf(file));
    }

    Location at(Mark mark) {
        int column = mark.getColumn();
        if (wide.length > 0) {
            column += wideBefore(mark.getIndex()) - wideBefore(mark.getIndex() - column);
        }
        return new Location(file, mark.getLine() + 1, column + 1);
    }

    /** The place of a code point, counted from the start of the text. */
    Location atCodePoint(int index) {
        int offset = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
        return LineBreaks.behind(file, text.substring(0, offset));
    }

    private int wideBefore(int index) {
        int found = Arrays.binarySearch(wide, index);
        return found < 0 ? -found - 1 : found;
    }

    private static int[] wide(String text) {
        int count = (int)
                text.chars().filter(c -> Character.isHighSurrogate((char) c)).count();
        int[] places = new int[count];
        int next = 0;
        for (int at = 0, index = 0; next < count && at < text.length(); index++) {
            int point = text.codePointAt(at);
            if (Character.isSupplementaryCodePoint(point)) {
                places[next++] = index;
            }
            at += Character.charCount(point);
        }
        return Arrays.copyOf(places, next);
    }
}
