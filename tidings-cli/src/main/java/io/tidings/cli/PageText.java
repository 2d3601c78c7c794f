package io.tidings.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** The page of a rule as plain text: Markdown is for reading in a browser. */
final class PageText {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private PageText() {}

    static String of(String markdown) {
        StringBuilder out = new StringBuilder();
        boolean block = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                block = !block;
            } else if (block) {
                out.append(line.isEmpty() ? "" : "    " + line).append('\n');
            } else if (line.startsWith("## ")) {
                out.append(line.substring(3).toUpperCase(Locale.ROOT)).append('\n');
            } else {
                String bare = line.replaceFirst("^# ", "").replace("**", "");
                out.append(CODE.matcher(bare).replaceAll("$1")).append('\n');
            }
        }
        return out.toString();
    }
}
