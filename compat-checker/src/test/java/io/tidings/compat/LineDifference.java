package io.tidings.compat;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, with some lines around. */
final class LineDifference {

    private static final int AROUND = 2;

    private LineDifference() {}

    static String of(String base, String head) {
        List<String> was = base.lines().toList();
        List<String> is = head.lines().toList();
        List<String> marked = marked(was, is, common(was, is));
        StringBuilder out = new StringBuilder();
        int last = -1;
        for (int i = 0; i < marked.size(); i++) {
            if (near(marked, i)) {
                out.append(last >= 0 && last < i - 1 ? "  …\n" : "")
                        .append(marked.get(i).stripTrailing())
                        .append('\n');
                last = i;
            }
        }
        return out.toString();
    }

    private static boolean near(List<String> marked, int line) {
        for (int i = Math.max(0, line - AROUND); i <= Math.min(marked.size() - 1, line + AROUND); i++) {
            if (!marked.get(i).startsWith("  ")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> marked(List<String> was, List<String> is, int[][] common) {
        List<String> marked = new ArrayList<>();
        int b = 0;
        int h = 0;
        while (b < was.size() || h < is.size()) {
            if (b < was.size() && h < is.size() && was.get(b).equals(is.get(h))) {
                marked.add("  " + was.get(b++));
                h++;
            } else if (h == is.size() || (b < was.size() && common[b + 1][h] >= common[b][h + 1])) {
                marked.add("- " + was.get(b++));
            } else {
                marked.add("+ " + is.get(h++));
            }
        }
        return marked;
    }

    /** How many lines the rests have in common. */
    private static int[][] common(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int b = was.size() - 1; b >= 0; b--) {
            for (int h = is.size() - 1; h >= 0; h--) {
                common[b][h] = was.get(b).equals(is.get(h))
                        ? common[b + 1][h + 1] + 1
                        : Math.max(common[b + 1][h], common[b][h + 1]);
            }
        }
        return common;
    }
}
