package io.tidings.asyncapi.source;

import java.util.Locale;

/** Text in double quotes, by rules that JSON and YAML share: what JSON writes so, YAML reads alike. */
final class QuotedText {
    private QuotedText() {}

    static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (readable(c)) {
                        out.append(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether it may stand as itself: neither a control or break, nor half of a pair, nor a byte order mark. */
    static boolean readable(char c) {
        return c >= 0x20
                && (c < 0x7F || c > 0x9F)
                && c != '\u2028'
                && c != '\u2029'
                && !Character.isSurrogate(c)
                && c != '\uFEFF'
                && c < '\uFFFE';
    }
}
