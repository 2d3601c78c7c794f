package io.tidings.compat.regex;

import io.tidings.compat.regex.CodePoints.Range;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One character for all that some expressions do not tell apart. */
final class Alphabet {

    /** Those that make readable texts, first. */
    static final String USUAL =
            "abz019ABZ-_. /:@#+,cdefghijklmnopqrstuvwxy2345678CDEFGHIJKLMNOPQRSTUVWXY!\"$%&'()*;<=>?[\\]^`{|}~"
                    + "\u00e9\u4e2d";

    private Alphabet() {}

    static int[] of(Collection<CodePoints> sets) {
        TreeSet<Integer> starts = new TreeSet<>(List.of(0, Character.MIN_SURROGATE + 0, Character.MAX_SURROGATE + 1));
        for (CodePoints set : sets) {
            for (Range range : set.ranges()) {
                starts.add(range.from());
                if (range.to() < Character.MAX_CODE_POINT) {
                    starts.add(range.to() + 1);
                }
            }
        }
        // Half a character stands in no text.
        starts.subSet((int) Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1)
                .clear();
        Map<BitSet, Integer> letters = new LinkedHashMap<>();
        USUAL.codePoints().forEach(letter -> letters.putIfAbsent(signature(letter, sets), letter));
        starts.descendingSet().forEach(letter -> letters.putIfAbsent(signature(letter, sets), letter));
        return letters.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static BitSet signature(int letter, Collection<CodePoints> sets) {
        BitSet signature = new BitSet(sets.size());
        int index = 0;
        for (CodePoints set : sets) {
            signature.set(index++, set.contains(letter));
        }
        return signature;
    }
}
