package io.tidings.asyncapi.source;

import java.util.regex.Pattern;

/** Which texts may stand in YAML without quotes. */
final class PlainText {
    /** What YAML 1.1 takes for a boolean or null, and 1.2 may not: in any case, for readers differ in which they know. */
    private static final Pattern WORD =
            Pattern.compile("(?i)y|yes|n|no|on|off|true|false|null|~|[-+]?\\.(inf|nan)|=|<<");

    /** Numbers of either version: underscores, other bases, and numbers to the base of sixty, as in 12:30. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0[xob][0-9a-fA-F_]+|\\.?[0-9][0-9_]*"
            + "(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?)");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?");

    private PlainText() {}

    static boolean allows(String text) {
        if (text.isEmpty() || text.endsWith(":") || text.contains(": ") || text.contains(" #")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!QuotedText.readable(c)) {
                return false;
            }
        }
        return begins(text)
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && !WORD.matcher(text).matches()
                && !NUMBER.matcher(text).matches()
                && !DATE.matcher(text).matches();
    }

    private static boolean begins(String text) {
        if ("-?:".indexOf(text.charAt(0)) >= 0) {
            // An indicator only before a space; but "---" may begin a document.
            return text.length() > 1 && text.charAt(1) != ' ' && !text.startsWith("---");
        }
        return ",[]{}#&*!|>'\"%@`".indexOf(text.charAt(0)) < 0 && !text.startsWith("...");
    }
}
