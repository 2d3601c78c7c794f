package io.tidings.site.html;

/**
 * Makes of any text one that shows itself. What strangers wrote may not end the element that it stands in, and what cannot
 * be seen is shown: bidirectional controls let a text look like another one.
 */
final class Escape {
    private Escape() {}

    static void text(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> character(c, out);
            }
        });
    }

    /** The same text, its hidden characters shown. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> character(c, out));
        return out.toString();
    }

    private static void character(int c, StringBuilder out) {
        if (hidden(c)) {
            out.append(String.format("\\u%04x", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean hidden(int c) {
        if (c >= 0x20 && c < 0x7F) {
            return false;
        }
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0x200B
                || (c >= 0x202A && c <= 0x202E) // embeddings and overrides
                || (c >= 0x2060 && c <= 0x2069) // invisible operators, isolates
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xE0000 && c <= 0xE007F); // tags
    }
}
