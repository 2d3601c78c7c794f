package io.tidings.compat.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An automaton made deterministic, as far as someone reads with it. */
final class Reading {

    private final Automaton automaton;
    private final int[] alphabet;
    /** By number; empty for the one in which something was found. */
    private final List<Optional<BitSet>> states = new ArrayList<>();

    private final Map<Optional<BitSet>, Integer> numbers = new HashMap<>();
    private final List<int[]> steps = new ArrayList<>();

    Reading(Automaton automaton, int[] alphabet) {
        this.automaton = automaton;
        this.alphabet = alphabet;
        number(Optional.ofNullable(automaton.begin()));
    }

    private int number(Optional<BitSet> state) {
        return numbers.computeIfAbsent(state, fresh -> {
            states.add(fresh);
            int[] unknown = new int[alphabet.length];
            Arrays.fill(unknown, -1);
            steps.add(unknown);
            return states.size() - 1;
        });
    }

    /** The state that a letter leads to; the first is 0. */
    int step(int state, int letter) {
        Optional<BitSet> from = states.get(state);
        if (from.isEmpty()) {
            return state;
        }
        int known = steps.get(state)[letter];
        if (known < 0) {
            known = number(Optional.ofNullable(automaton.step(from.get(), alphabet[letter])));
            steps.get(state)[letter] = known;
        }
        return known;
    }

    boolean accepts(int state, boolean atStart) {
        return automaton.accepts(states.get(state).orElse(null), atStart);
    }

    boolean found(int state) {
        return states.get(state).isEmpty();
    }

    /** Whether something can still be found. */
    boolean alive(int state) {
        return automaton.alive(states.get(state).orElse(null));
    }
}
