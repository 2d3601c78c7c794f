package io.tidings.compat.regex;

import io.tidings.compat.regex.RegexPart.Choice;
import io.tidings.compat.regex.RegexPart.Edge;
import io.tidings.compat.regex.RegexPart.Letter;
import io.tidings.compat.regex.RegexPart.Repeat;
import io.tidings.compat.regex.RegexPart.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A nondeterministic automaton after Thompson, which looks for an expression anywhere in a text. */
final class Automaton {

    private static final int MOST_STATES = 4_000;

    /** A step that takes no letter, perhaps only at the start or at the end of the text. */
    private record Free(@Nullable Edge where, int to) {}

    /** A step that takes one. */
    private record Taking(CodePoints letters, int to) {}

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    private final List<List<Free>> free = new ArrayList<>();
    private final List<@Nullable Taking> taking = new ArrayList<>();
    private final int start;
    private final int accept;

    private Automaton(RegexPart whole) {
        this.start = state();
        this.accept = build(whole, start);
    }

    /** Empty where it looks at the edges of words, or is too large. */
    static Optional<Automaton> of(RegexPart whole) {
        try {
            return Optional.of(new Automaton(whole));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }

    private int state() {
        if (free.size() >= MOST_STATES) {
            throw new TooLarge();
        }
        free.add(new ArrayList<>(2));
        taking.add(null);
        return free.size() - 1;
    }

    private void step(int from, int to) {
        free.get(from).add(new Free(null, to));
    }

    /** Builds a part behind a state, and returns the state that it ends in. */
    private int build(RegexPart part, int from) {
        if (part instanceof Letter letter) {
            int own = state();
            step(from, own);
            int end = state();
            taking.set(own, new Taking(letter.codePoints(), end));
            return end;
        }
        if (part instanceof Edge edge) {
            if (edge == Edge.WORD) {
                throw new TooLarge();
            }
            int end = state();
            free.get(from).add(new Free(edge, end));
            return end;
        }
        if (part instanceof Sequence sequence) {
            int end = from;
            for (RegexPart next : sequence.parts()) {
                end = build(next, end);
            }
            return end;
        }
        if (part instanceof Choice choice) {
            int end = state();
            for (RegexPart one : choice.parts()) {
                int own = state();
                step(from, own);
                step(build(one, own), end);
            }
            return end;
        }
        return repeat((Repeat) part, from);
    }

    private int repeat(Repeat repeat, int from) {
        int at = from;
        for (int i = 0; i < repeat.least(); i++) {
            at = build(repeat.part(), at);
        }
        int end = state();
        if (repeat.most() == Integer.MAX_VALUE) {
            int loop = state();
            step(at, loop);
            step(build(repeat.part(), loop), loop);
            step(loop, end);
            return end;
        }
        step(at, end);
        for (int i = repeat.least(); i < repeat.most(); i++) {
            at = build(repeat.part(), at);
            step(at, end);
        }
        return end;
    }

    Set<CodePoints> letters() {
        return taking.stream().filter(step -> step != null).map(Taking::letters).collect(Collectors.toSet());
    }

    /** Where it is before the first letter; null once it has found what it looks for. */
    @Nullable BitSet begin() {
        BitSet states = new BitSet();
        states.set(start);
        return searching(close(states, true, false));
    }

    /** Where a letter leads to. */
    @Nullable BitSet step(BitSet from, int letter) {
        BitSet states = new BitSet();
        states.set(start); // it may begin anywhere
        for (int state = from.nextSetBit(0); state >= 0; state = from.nextSetBit(state + 1)) {
            Taking step = taking.get(state);
            if (step != null && step.letters().contains(letter)) {
                states.set(step.to());
            }
        }
        return searching(close(states, false, false));
    }

    private @Nullable BitSet searching(BitSet states) {
        return states.get(accept) ? null : states;
    }

    /** Whether it finds what it looks for if the text ends here. */
    boolean accepts(@Nullable BitSet states, boolean atStart) {
        return states == null || close((BitSet) states.clone(), atStart, true).get(accept);
    }

    /** Whether some letter may still lead somewhere. */
    boolean alive(@Nullable BitSet states) {
        return states == null || states.stream().anyMatch(state -> taking.get(state) != null);
    }

    private BitSet close(BitSet states, boolean atStart, boolean atEnd) {
        Deque<Integer> open = new ArrayDeque<>();
        states.stream().forEach(open::push);
        while (!open.isEmpty()) {
            for (Free step : free.get(open.pop())) {
                boolean passes = step.where() == null || (step.where() == Edge.START ? atStart : atEnd);
                if (passes && !states.get(step.to())) {
                    states.set(step.to());
                    open.push(step.to());
                }
            }
        }
        return states;
    }
}
