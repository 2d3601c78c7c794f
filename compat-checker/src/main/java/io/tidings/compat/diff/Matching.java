package io.tidings.compat.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which element of the base is which of the head.
 *
 * @param pairs in the order of the head
 * @param added without a partner in the base
 * @param removed without a partner in the head
 */
record Matching<T>(List<Pair<T>> pairs, List<T> added, List<T> removed) {

    record Pair<T>(T base, T head) {}

    /** How the two sides are compared in one round; an element whose key is null matches nothing. */
    record Key<T>(Function<T, @Nullable Object> base, Function<T, @Nullable Object> head) {
        static <T> Key<T> same(Function<T, @Nullable Object> key) {
            return new Key<>(key, key);
        }
    }

    private static final int NONE = -1;

    /** Matches in rounds: what an earlier key has paired, a later one leaves alone. */
    static <T> Matching<T> of(List<T> base, List<T> head, List<Key<T>> rounds) {
        int[] partner = new int[head.size()];
        Arrays.fill(partner, NONE);
        BitSet taken = new BitSet(base.size());
        for (Key<T> key : rounds) {
            Map<Object, Deque<Integer>> open = new HashMap<>();
            for (int b = taken.nextClearBit(0); b < base.size(); b = taken.nextClearBit(b + 1)) {
                Object value = key.base().apply(base.get(b));
                if (value != null) {
                    open.computeIfAbsent(value, v -> new ArrayDeque<>()).add(b);
                }
            }
            for (int h = 0; h < head.size(); h++) {
                Object value = partner[h] == NONE ? key.head().apply(head.get(h)) : null;
                Deque<Integer> candidates = value == null ? null : open.get(value);
                if (candidates != null && !candidates.isEmpty()) {
                    partner[h] = candidates.remove();
                    taken.set(partner[h]);
                }
            }
        }
        return assemble(base, head, partner, taken);
    }

    private static <T> Matching<T> assemble(List<T> base, List<T> head, int[] partner, BitSet taken) {
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> added = new ArrayList<>();
        for (int h = 0; h < head.size(); h++) {
            if (partner[h] == NONE) {
                added.add(head.get(h));
            } else {
                pairs.add(new Pair<>(base.get(partner[h]), head.get(h)));
            }
        }
        List<T> removed = new ArrayList<>();
        for (int b = taken.nextClearBit(0); b < base.size(); b = taken.nextClearBit(b + 1)) {
            removed.add(base.get(b));
        }
        return new Matching<>(pairs, added, removed);
    }
}
