package io.tidings.asyncapi.source;

/** Texts of several lines as literal blocks (YAML 1.2.2, section 8.1). */
final class LiteralText {
    private LiteralText() {}

    /** Whether every character can stand as itself, and the last line shows where it ends. */
    static boolean allows(String text) {
        String end = text.stripTrailing();
        // Blanks after the last word cannot be told from the indentation of an empty line.
        return readable(text)
                && !end.isEmpty()
                && text.substring(end.length()).chars().allMatch(c -> c == '\n');
    }

    private static boolean readable(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || c > 0xFFFF || QuotedText.readable((char) c));
    }

    static void write(String text, String indent, StringBuilder out) {
        boolean closed = text.endsWith("\n");
        boolean several = text.endsWith("\n\n");
        char first = text.charAt(0);
        out.append('|');
        if (first == ' ' || first == '\n' || first == '\t') {
            out.append('2'); // the first line would otherwise say how far all are indented
        }
        out.append(several ? "+" : closed ? "" : "-").append('\n');
        String content = closed ? text.substring(0, text.length() - 1) : text;
        for (String line : content.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        }
    }
}
