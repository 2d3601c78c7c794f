package io.tidings.codegen.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes text of javadoc from prose that may hold anything: it stays text, and cannot end the comment or start a tag. */
public final class DocText {

    private static final int COLUMNS = 110;

    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

    private DocText() {}

    /** Text as HTML without any character that means something to javadoc or to the compiler. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                case '\\' -> escaped.append("&#92;");
                case '*' -> escaped.append("&#42;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    /** Escaped text in lines of some width. */
    public static String wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WHITE.split(text.strip(), -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** A comment: on one line where it fits. Each paragraph is escaped; blank ones are left out. */
    public static String comment(String indent, String... texts) {
        List<String> paragraphs = new ArrayList<>();
        for (String text : texts) {
            for (String paragraph : BLANK_LINE.split(text, -1)) {
                if (!paragraph.isBlank()) {
                    paragraphs.add((paragraphs.isEmpty() ? "" : "<p>") + escape(paragraph));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            wrap(paragraph).lines().forEach(lines::add);
        }
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        StringBuilder comment = new StringBuilder(indent + "/**\n");
        lines.forEach(line -> comment.append(indent)
                .append(line.isEmpty() ? " *" : " * " + line)
                .append('\n'));
        return comment.append(indent).append(" */\n").toString();
    }
}
