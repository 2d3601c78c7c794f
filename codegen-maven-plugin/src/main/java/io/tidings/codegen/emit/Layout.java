package io.tidings.codegen.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays sources out as a person would: JavaPoet gives a line of its own to much that fits into one. From line to line, without
 * regular expressions: for a large document, those took longer than JavaPoet itself.
 */
final class Layout {

    private static final int COLUMNS = 120;

    private Layout() {}

    static String tidy(String source) {
        StringBuilder tidied = new StringBuilder(source.length());
        unwrapped(joined(lines(source))).forEach(line -> tidied.append(line).append('\n'));
        return tidied.toString();
    }

    private static List<String> lines(String source) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', start)) {
            lines.add(source.substring(start, end));
            start = end + 1;
        }
        if (start < source.length()) {
            lines.add(source.substring(start));
        }
        return lines;
    }

    /** Joins comments of one line, the annotation that says where a class comes from, and empty bodies, where they fit. */
    private static List<String> joined(List<String> lines) {
        List<String> out = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isComment(lines, i)) {
                String text = line + " " + lines.get(i + 1).stripLeading().substring(2) + " */";
                boolean fits = text.length() <= COLUMNS;
                out.add(trimmed(fits ? text : line));
                i += fits ? 2 : 0;
            } else if (isOrigin(lines, i)) {
                String text =
                        line + lines.get(i + 1).strip() + " " + lines.get(i + 2).strip() + ")";
                boolean fits = text.length() <= COLUMNS;
                out.add(trimmed(fits ? text : line));
                i += fits ? 3 : 0;
            } else if (line.endsWith("{") && i + 1 < lines.size() && isOnly("}", lines.get(i + 1))) {
                out.add(line + "}");
                i++;
            } else {
                out.add(trimmed(line));
            }
        }
        return out;
    }

    private static boolean isComment(List<String> lines, int i) {
        return i + 2 < lines.size()
                && isOnly("/**", lines.get(i))
                && lines.get(i + 1).stripLeading().startsWith("* ")
                && isOnly("*/", lines.get(i + 2));
    }

    private static boolean isOrigin(List<String> lines, int i) {
        return i + 3 < lines.size()
                && lines.get(i).equals("@Generated(")
                && lines.get(i + 1).endsWith(",")
                && lines.get(i + 3).equals(")");
    }

    private static boolean isOnly(String text, String line) {
        return line.endsWith(text) && indent(line) + text.length() == line.length();
    }

    private static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.substring(0, end);
    }

    /** Joins statements and signatures that were broken into lines but fit into one. */
    private static List<String> unwrapped(List<String> lines) {
        List<String> out = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            int end = endOfStatement(lines, i);
            String statement = end == i ? lines.get(i) : onOneLine(lines.subList(i, end + 1));
            boolean fits = statement.length() <= COLUMNS;
            out.add(fits ? statement : lines.get(i));
            i = fits ? end : i;
        }
        return out;
    }

    private static int endOfStatement(List<String> lines, int start) {
        if (!isUnfinished(lines.get(start))) {
            return start;
        }
        int indent = indent(lines.get(start));
        for (int i = start + 1; i < lines.size() && indent(lines.get(i)) > indent; i++) {
            String line = lines.get(i);
            if (line.endsWith(";") || line.endsWith("{")) {
                return line.endsWith("-> {") ? start : i; // a lambda's body keeps its lines
            }
        }
        return start;
    }

    private static boolean isUnfinished(String line) {
        int indent = indent(line);
        int length = line.length() - indent;
        boolean open = length > 1 && (line.endsWith("(") || line.endsWith(",") || line.endsWith("="));
        boolean named = length > "throws".length() && line.endsWith("throws");
        return (open || named) && line.charAt(indent) != '*' && line.charAt(indent) != '/';
    }

    private static String onOneLine(List<String> lines) {
        StringBuilder joined = new StringBuilder(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            String part = line.strip();
            boolean tight = joined.charAt(joined.length() - 1) == '(' || part.startsWith(".");
            joined.append(tight ? "" : " ").append(part);
        }
        return joined.toString();
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
