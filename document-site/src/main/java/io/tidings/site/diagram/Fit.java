package io.tidings.site.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Shortens texts to boxes. Widths are in letters: no font is known where a page is made. */
public final class Fit {
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private Fit() {}

    /** The beginning and the end, which tell the addresses of channels apart. */
    public static String middle(String text, int letters) {
        if (length(text) <= letters) {
            return text;
        }
        int tail = (letters - 1) / 2;
        int head = letters - 1 - tail;
        return part(text, 0, head) + "…" + part(text, length(text) - tail, length(text));
    }

    /** The beginning. */
    public static String end(String text, int letters) {
        return length(text) <= letters ? text : part(text, 0, letters - 1) + "…";
    }

    /** As many names as fit, and how many more there are. */
    static String list(List<String> names, int letters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String more = " +" + (names.size() - i);
            String next = (i == 0 ? "" : ", ") + names.get(i);
            if (i > 0 && length(out + next) + more.length() > letters) {
                return end(out.toString(), letters - more.length()) + more;
            }
            out.append(next);
        }
        return end(out.toString(), letters);
    }

    /** Words on several lines. */
    static List<String> lines(String text, int letters, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(text.strip(), -1)) {
            if (!line.isEmpty() && length(line + " " + word) > letters) {
                lines.add(end(line.toString(), letters));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(end(line.toString(), letters));
        return lines.size() <= most ? lines : cut(lines, most);
    }

    private static List<String> cut(List<String> lines, int most) {
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + "…");
        return kept;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String part(String text, int from, int to) {
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }
}
