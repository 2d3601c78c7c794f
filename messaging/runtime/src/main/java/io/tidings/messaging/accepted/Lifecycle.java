package io.tidings.messaging.accepted;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states of one kind of request, and which may follow which. A state that nothing follows is an end. Immutable; decides without
 * side effects.
 *
 * <p>States are stored by the names of their constants: a constant may be added, and one that rows still bear must stay.
 */
public final class Lifecycle<S extends Enum<S>> {
    private final Class<S> type;
    private final S initial;
    private final Move<S> timeOut;
    private final Set<S> undoing;
    private final Map<S, Set<S>> moves;

    private Lifecycle(S initial, Move<S> timeOut, Set<S> undoing, Map<S, Set<S>> moves) {
        this.type = initial.getDeclaringClass();
        this.initial = initial;
        this.timeOut = timeOut;
        this.undoing = undoing;
        this.moves = moves;
    }

    /** Begins a lifecycle: the state of a request that has just been accepted. */
    public static <S extends Enum<S>> Builder<S> startingAs(S initial) {
        return new Builder<>(initial);
    }

    public S initial() {
        return initial;
    }

    /** The names of all states: a row in another one is left to a program that knows it. */
    public List<String> names() {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** How a request ends that takes too long. */
    public Move<S> timeOut() {
        return timeOut;
    }

    /** Whether a request does not leave this state. */
    public boolean ends(S state) {
        return next(state).isEmpty();
    }

    /** Whether the steps of a request that ends so are undone. */
    public boolean undoes(S state) {
        return undoing.contains(state);
    }

    /** The states that may follow this one. */
    public Set<S> next(S state) {
        return moves.getOrDefault(state, Set.of());
    }

    /**
     * What becomes of a move, for a request that stands so. Whether it is a duplicate is looked at first: who repeats a conditional
     * move whose answer was lost is told that it was done.
     */
    public Verdict judge(AcceptedRequest<S> request, Move<S> move) {
        S from = request.state();
        if (from == move.to() && request.cause().equals(move.cause())) {
            return Verdict.DUPLICATE;
        }
        if (ends(from)) {
            return Verdict.LATE;
        }
        if (move.ifVersion().isPresent() && move.ifVersion().getAsLong() != request.version()) {
            return Verdict.STALE;
        }
        if (next(from).contains(move.to())) {
            return Verdict.APPLIED;
        }
        return reachable(from, moves).contains(move.to()) ? Verdict.EARLY : Verdict.LATE;
    }

    /**
     * The state of this name.
     *
     * @throws IllegalStateException if there is none: another version of the program knew it
     */
    public S state(String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "A request is in the state " + name + ", which " + type.getSimpleName()
                            + " lacks. A newer version of"
                            + " the program stored it, or the constant was removed while there were such requests: put it back",
                    e);
        }
    }

    private static <S extends Enum<S>> Set<S> reachable(S from, Map<S, Set<S>> moves) {
        Set<S> seen = EnumSet.noneOf(from.getDeclaringClass());
        Deque<S> toDo = new ArrayDeque<>();
        toDo.add(from);
        while (!toDo.isEmpty()) {
            for (S next : moves.getOrDefault(toDo.remove(), Set.of())) {
                if (seen.add(next)) {
                    toDo.add(next);
                }
            }
        }
        return seen;
    }

    /** Declares a lifecycle. */
    public static final class Builder<S extends Enum<S>> {
        private final S initial;
        private final Map<S, Set<S>> moves;
        private final EnumSet<S> undoing;
        private @Nullable Move<S> timeOut;

        private Builder(S initial) {
            this.initial = initial;
            this.moves = new EnumMap<>(initial.getDeclaringClass());
            this.undoing = EnumSet.noneOf(initial.getDeclaringClass());
        }

        /** From the first state a request may go to each of the others. */
        @SafeVarargs
        public final Builder<S> move(S from, S... to) {
            Set<S> next = moves.computeIfAbsent(from, any -> EnumSet.noneOf(from.getDeclaringClass()));
            for (S state : to) {
                next.add(state);
            }
            return this;
        }

        /**
         * The end of a request that takes too long; from every pending state it may go there.
         *
         * @param outcome what its client is told
         */
        public Builder<S> timingOutAs(S end, String outcome) {
            timeOut = Move.to(end, AcceptedRequest.TIMED_OUT).withOutcome(outcome);
            return this;
        }

        /** When a request ends so, its steps are undone. */
        @SafeVarargs
        public final Builder<S> undoing(S... ends) {
            for (S end : ends) {
                undoing.add(end);
            }
            return this;
        }

        /**
         * The lifecycle.
         *
         * @throws IllegalArgumentException if it is none; says why
         */
        public Lifecycle<S> build() {
            Move<S> end = timeOut;
            if (end == null) {
                throw new IllegalArgumentException(
                        "A lifecycle says how a request ends that takes too long: timingOutAs(…)");
            }
            S late = end.to();
            if (late == initial || moves.containsKey(late)) {
                throw new IllegalArgumentException(late + " ends what takes too long, so nothing may follow it");
            }
            Set<S> pending = EnumSet.of(initial);
            pending.addAll(moves.keySet());
            pending.forEach(state -> moves.computeIfAbsent(state, any -> EnumSet.noneOf(state.getDeclaringClass()))
                    .add(late));
            Set<S> reachable = reachable(initial, moves);
            Set<S> lost = new TreeSet<>(pending);
            lost.remove(initial);
            lost.removeAll(reachable);
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException("Nothing leads from " + initial + " to " + lost);
            }
            for (S undone : undoing) {
                if (!reachable.contains(undone) || moves.containsKey(undone)) {
                    throw new IllegalArgumentException(
                            "Steps are undone when a request ends, but " + undone + " is no end that it can reach");
                }
            }
            Map<S, Set<S>> copy = new EnumMap<>(initial.getDeclaringClass());
            moves.forEach((from, to) -> copy.put(from, Collections.unmodifiableSet(EnumSet.copyOf(to))));
            return new Lifecycle<>(initial, end, Collections.unmodifiableSet(undoing.clone()), copy);
        }
    }
}
