package io.tidings.asyncapi.report;

/**
 * Makes the invisible visible. Reports quote what strangers wrote: a control character could end a line, colour a terminal
 * or, as the Trojan Source attack does with bidirectional text, show something else than what is there.
 */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** On one line: what cannot be seen is written as an escape, such as {@code \n} or {@code \u202e}. */
    static String of(String text) {
        if (text.codePoints().noneMatch(Printable::hidden)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hidden(c)) {
                out.append(escape(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** One character for each: what cannot be seen becomes a replacement character, so that columns stay true. */
    static int of(int codePoint) {
        return hidden(codePoint) ? REPLACEMENT : codePoint;
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c);
        };
    }

    private static boolean hidden(int c) {
        if (c >= 0x20 && c < 0x7F) {
            return false;
        }
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0x061C // Arabic letter mark
                || (c >= 0x200B && c <= 0x200F && c != 0x200D) // zero width space to right-to-left mark, joiner apart
                || (c >= 0x2028 && c <= 0x202E) // separators, embeddings and overrides
                || (c >= 0x2060 && c <= 0x2069) // invisible operators, isolates
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE // no characters, and none of XML's
                || (c >= 0xE0000 && c <= 0xE007F); // tags, which nothing shows
    }
}
