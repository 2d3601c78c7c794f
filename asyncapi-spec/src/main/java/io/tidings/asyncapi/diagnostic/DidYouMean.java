package io.tidings.asyncapi.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what someone probably meant to write. */
public final class DidYouMean {
    /** Longer words are not compared: nobody mistypes one, and the cost is quadratic. */
    private static final int LONGEST = 100;

    private DidYouMean() {}

    /** The nearest of the words, where one is near: at most a third of its letters differ. */
    public static Optional<String> among(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> word.length() <= LONGEST && !word.equals(written))
                .map(word -> new Near(word, distance(fold(written), fold(word))))
                .filter(near -> near.distance <= Math.max(written.length(), near.word.length()) / 3)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .map(Near::word);
    }

    /** The hint for the nearest word, or else a list of a few possible ones, or else nothing. */
    public static @Nullable String hint(String written, Collection<String> words) {
        Optional<String> near = among(written, words);
        if (near.isPresent()) {
            return "did you mean '" + near.get() + "'?";
        }
        return words.isEmpty() || words.size() > 8 ? null : "known here: " + String.join(", ", words);
    }

    private record Near(String word, int distance) {}

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Edits, where two neighbouring letters that changed places count as one. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
