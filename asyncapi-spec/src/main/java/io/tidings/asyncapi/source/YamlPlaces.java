package io.tidings.asyncapi.source;

import java.util.List;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's marks into locations: it counts code points, editors count UTF-16 code units. */
final class YamlPlaces {
    private final String file;
    private final String text;

    /** Kept only where the two ways of counting differ. */
    private final List<String> lines;

    YamlPlaces(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? text.lines().toList()
                : List.of();
    }

    String file() {
        return file;
    }

    Location startOf(Event event) {
        return event.getStartMark().map(this::at).orElse(Location.startOf(file));
    }

    Location at(Mark mark) {
        int line = mark.getLine();
        int column = mark.getColumn();
        if (line < lines.size()) {
            String content = lines.get(line);
            int points = Math.min(column, content.codePointCount(0, content.length()));
            column = content.offsetByCodePoints(0, points);
        }
        return new Location(file, line + 1, column + 1);
    }

    /** The place of a code point, counted from the start of the text. */
    Location atCodePoint(int index) {
        int offset = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
        int lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int line =
                1 + (int) text.chars().limit(lineStart).filter(c -> c == '\n').count();
        return new Location(file, line, Math.max(1, offset - lineStart + 1));
    }
}
