package io.tidings.asyncapi.report;

import io.tidings.asyncapi.source.Location;

/** A line of source with a caret below the place meant. */
final class CodeFrame {
    private static final int WIDEST = 160;

    private final SourceLines lines;
    private final Style style;

    CodeFrame(SourceLines lines, Style style) {
        this.lines = lines;
        this.style = style;
    }

    /** The frame, each line ended; empty where the source cannot be shown. */
    String of(Location place, String margin, String carets) {
        String line = lines.line(place.file(), place.line()).orElse(null);
        if (line == null) {
            return "";
        }
        int column = Math.min(place.column() - 1, line.length());
        int from = line.length() <= WIDEST || column < WIDEST / 2 ? 0 : column - WIDEST / 2;
        int to = Math.min(line.length(), from + WIDEST);
        String shown = printable(line.substring(from, to));
        String number = Integer.toString(place.line());
        String gutter = " ".repeat(Math.max(0, margin.length() - number.length())) + number;
        String bar = style.frame(" ".repeat(margin.length()) + " |");
        return bar + "\n"
                + style.frame(gutter + " |") + " " + shown + "\n"
                + bar + " " + " ".repeat(column - from) + carets.repeat(length(line, column, to)) + "\n";
    }

    /** How many carets: to the end of the word, quoted text or reference that begins at the column. */
    private static int length(String line, int column, int to) {
        if (column >= line.length()) {
            return 1;
        }
        char first = line.charAt(column);
        int end = column + 1;
        if (first == '"' || first == '\'') {
            int close = line.indexOf(first, end);
            return close < 0 || close >= to ? 1 : close - column + 1;
        }
        while (end < to && isWord(line, end)) {
            end++;
        }
        return isWord(line, column) ? end - column : 1;
    }

    private static boolean isWord(String line, int at) {
        char c = line.charAt(at);
        return Character.isLetterOrDigit(c) || "_-$./".indexOf(c) >= 0;
    }

    /** Tabs and control characters take one column each, so that carets stand where they should. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(c < 0x20 || c == 0x7F ? ' ' : (char) c));
        return out.toString();
    }
}
