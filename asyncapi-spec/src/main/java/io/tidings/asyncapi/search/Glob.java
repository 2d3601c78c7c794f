package io.tidings.asyncapi.search;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of file names, as shells have it, expanded by us so that it means the same quoted and on every platform. Java's
 * own globs let {@code **}{@code /*.yaml} pass over files that stand in no folder, which nobody expects.
 */
final class Glob {
    private static final String MARKS = "*?[{";

    private final String root;
    private final Pattern pattern;

    Glob(String glob) {
        String slashed = java.io.File.separatorChar == '\\' ? glob.replace('\\', '/') : glob;
        int mark = 0;
        while (mark < slashed.length() && MARKS.indexOf(slashed.charAt(mark)) < 0) {
            mark++;
        }
        int slash = slashed.lastIndexOf('/', mark);
        this.root = slash < 0 ? "" : slashed.substring(0, Math.max(1, slash));
        this.pattern = compiled(slashed.substring(slash + 1));
    }

    static boolean isGlob(String name) {
        return name.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    /** The folder that all matches stand below. */
    String root() {
        return root;
    }

    /** Whether a path below the root matches, written with slashes. */
    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static Pattern compiled(String glob) {
        try {
            return Pattern.compile(regex(glob));
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(glob)); // brackets that do not close are no marks
        }
    }

    private static String regex(String glob) {
        StringBuilder out = new StringBuilder();
        boolean choice = false;
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int length = 1;
            if (glob.startsWith("**/", at)) {
                out.append("(?:.*/)?");
                length = 3;
            } else if (glob.startsWith("**", at)) {
                out.append(".*");
                length = 2;
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '?') {
                out.append("[^/]");
            } else if (c == '[' && glob.indexOf(']', at + 2) > 0) {
                length = glob.indexOf(']', at + 2) + 1 - at;
                out.append(letters(glob.substring(at + 1, at + length - 1)));
            } else if (c == '{' && glob.indexOf('}', at) > 0) {
                choice = true;
                out.append("(?:");
            } else if (c == '}' && choice) {
                choice = false;
                out.append(')');
            } else if (c == ',' && choice) {
                out.append('|');
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
            at += length;
        }
        return out.toString();
    }

    /** One of some letters; {@code !} and {@code ^} negate. */
    private static String letters(String inside) {
        boolean not = inside.startsWith("!") || inside.startsWith("^");
        String letters = (not ? inside.substring(1) : inside).replaceAll("([\\\\\\[\\]&^])", "\\\\$1");
        return "(?!/)[" + (not ? "^" : "") + letters + "]";
    }
}
