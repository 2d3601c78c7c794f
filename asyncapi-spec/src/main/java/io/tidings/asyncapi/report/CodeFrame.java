package io.tidings.asyncapi.report;

import io.tidings.asyncapi.source.Location;
import java.util.Optional;

/**
 * A line of source with the place that is meant, as it can be shown: tabs are spaces, what cannot be seen is replaced, and
 * a long line is cut on both sides.
 *
 * @param line counted from 1
 * @param before what stands before the place
 * @param marked the word, quoted text or reference that begins at the place; empty at the end of a line
 * @param after what follows
 * @param units how many UTF-16 code units of the source are marked
 */
public record CodeFrame(int line, String before, String marked, String after, int units) {
    /** In columns of a terminal. */
    private static final int WIDEST = 160;

    private static final int TAB = 4;
    private static final String CUT = "…";

    /** The frame of a place; empty where its source cannot be shown. */
    public static Optional<CodeFrame> of(Location place, SourceLines lines) {
        return lines.line(place.file(), place.line()).map(line -> of(place, line));
    }

    private static CodeFrame of(Location place, String line) {
        int column = Math.min(place.column() - 1, line.length());
        if (column > 0 && column < line.length() && Character.isLowSurrogate(line.charAt(column))) {
            column--;
        }
        int from = start(line, column);
        int to = end(line, from);
        int marked = column + Math.min(length(line, column), to - column);
        StringBuilder out = new StringBuilder();
        String before = shown(from == 0 ? "" : CUT, line.substring(from, column), out);
        String middle = shown("", line.substring(column, marked), out);
        String after = shown("", line.substring(marked, to), out) + (to < line.length() ? CUT : "");
        return new CodeFrame(place.line(), before, middle, after, marked - column);
    }

    /** The line as it is shown. */
    public String text() {
        return before + marked + after;
    }

    /** How many columns of a terminal stand before the marked text. */
    public int indent() {
        return Width.of(before);
    }

    /** How many columns of a terminal the marked text takes, at least one. */
    public int length() {
        return Math.max(1, Width.of(marked));
    }

    /** Where to begin, so that something is seen before the place. */
    private static int start(String line, int column) {
        if (line.length() <= WIDEST && Width.of(line) <= WIDEST) {
            return 0;
        }
        int from = column;
        int width = 0;
        while (from > 0 && width < WIDEST / 2) {
            int c = line.codePointBefore(from);
            from -= Character.charCount(c);
            width += Width.of(c);
        }
        return from;
    }

    private static int end(String line, int from) {
        int to = from;
        int width = 0;
        while (to < line.length() && width < WIDEST && to - from < WIDEST * 4) {
            int c = line.codePointAt(to);
            to += Character.charCount(c);
            width += Width.of(c);
        }
        return to;
    }

    /** How much is meant: to the end of the word, quoted text or reference that begins at the column. */
    private static int length(String line, int column) {
        if (column >= line.length()) {
            return 0;
        }
        char first = line.charAt(column);
        int end = column + 1;
        if (first == '"' || first == '\'') {
            while (end < line.length() && line.charAt(end) != first) {
                end += first == '"' && line.charAt(end) == '\\' ? 2 : 1;
            }
            return end < line.length() ? end + 1 - column : 1;
        }
        end = column;
        while (end < line.length() && isWord(line.codePointAt(end))) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end > column ? end - column : Character.charCount(line.codePointAt(column));
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || Width.of(c) == 0 || "_-$./".indexOf(c) >= 0;
    }

    /** Adds to the line what can be shown of a part of it, and gives that. */
    private static String shown(String first, String part, StringBuilder line) {
        int from = line.length();
        line.append(first);
        part.codePoints().forEach(c -> {
            if (c == '\t') {
                line.append(" ".repeat(TAB - Width.of(line.toString()) % TAB));
            } else {
                line.appendCodePoint(Printable.of(c));
            }
        });
        return line.substring(from);
    }
}
