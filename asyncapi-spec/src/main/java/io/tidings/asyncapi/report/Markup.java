package io.tidings.asyncapi.report;

/** Escapes text for XML and HTML. */
final class Markup {
    private Markup() {}

    /** On one line, for text and for attributes in either kind of quotes. */
    static String of(String text) {
        return escaped(Printable.of(text));
    }

    /** Text of several lines that are printable already. */
    static String lines(String text) {
        return escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                // Also where it need not be: "]]>" must not stand in the text of an element.
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
