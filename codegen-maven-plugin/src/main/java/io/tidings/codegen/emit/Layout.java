package io.tidings.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays sources out as a person would: JavaPoet gives a line of its own to much that fits into one. */
final class Layout {

    private static final int COLUMNS = 120;

    private static final Pattern SHORT_JAVADOC =
            Pattern.compile("^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$", Pattern.MULTILINE);
    private static final Pattern ANNOTATION =
            Pattern.compile("^@Generated\\(\\n *(document = .*,)\\n *(version = .*)\\n\\)$", Pattern.MULTILINE);
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *}$", Pattern.MULTILINE);
    private static final Pattern TRAILING_SPACE = Pattern.compile(" +$", Pattern.MULTILINE);
    private static final Pattern UNFINISHED = Pattern.compile("[^*/\\s].*(?:[(,=]|throws)");

    private Layout() {}

    static String tidy(String source) {
        String tidied = joined(SHORT_JAVADOC, source, "%s/** %s */");
        tidied = joined(ANNOTATION, tidied, "@Generated(%s %s)");
        tidied = EMPTY_BODY.matcher(tidied).replaceAll("{}");
        tidied = TRAILING_SPACE.matcher(tidied).replaceAll("");
        return unwrapped(tidied.lines().toList());
    }

    /** Joins what was found to one line, where it is not too long. */
    private static String joined(Pattern found, String source, String form) {
        return found.matcher(source).replaceAll(match -> {
            String line = form.formatted(match.group(1), match.group(2));
            return Matcher.quoteReplacement(line.length() <= COLUMNS ? line : match.group());
        });
    }

    /** Joins statements and signatures that were broken into lines but fit into one. */
    private static String unwrapped(List<String> lines) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = endOfStatement(lines, i);
            String statement = onOneLine(lines.subList(i, end + 1));
            boolean fits = statement.length() <= COLUMNS;
            out.add(fits ? statement : lines.get(i));
            i = fits ? end : i;
        }
        return String.join("\n", out) + "\n";
    }

    private static int endOfStatement(List<String> lines, int start) {
        if (!UNFINISHED.matcher(lines.get(start).strip()).matches()) {
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

    private static String onOneLine(List<String> lines) {
        StringBuilder joined = new StringBuilder(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            boolean tight =
                    joined.charAt(joined.length() - 1) == '(' || line.strip().startsWith(".");
            joined.append(tight ? "" : " ").append(line.strip());
        }
        return joined.toString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
