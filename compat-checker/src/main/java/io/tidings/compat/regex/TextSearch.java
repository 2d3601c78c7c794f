package io.tidings.compat.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest text in which some expressions find something and others do not: by a walk through the product of
 * their automata. It gives up beyond a bound.
 */
public final class TextSearch {

    private static final int MOST_NODES = 20_000;

    /** Whether there is a text. */
    public enum Outcome {
        FOUND,
        NONE,
        UNKNOWN
    }

    /**
     * What was found out.
     *
     * @param text empty but for {@link Outcome#FOUND}
     */
    public record Result(Outcome outcome, String text) {
        private static final Result UNKNOWN = new Result(Outcome.UNKNOWN, "");
    }

    private record Node(List<Integer> states, int length) {}

    /** How one came to a node. */
    private record Step(Node node, @Nullable Step before, int letter) {}

    private final List<Reading> match = new ArrayList<>();
    private final List<Reading> mismatch = new ArrayList<>();
    private final int[] alphabet;
    private final int least;
    private final int most;

    private TextSearch(List<Automaton> match, List<Automaton> mismatch, int least, int most) {
        Set<CodePoints> letters = new LinkedHashSet<>();
        match.forEach(automaton -> letters.addAll(automaton.letters()));
        mismatch.forEach(automaton -> letters.addAll(automaton.letters()));
        this.alphabet = Alphabet.of(letters);
        match.forEach(automaton -> this.match.add(new Reading(automaton, alphabet)));
        mismatch.forEach(automaton -> this.mismatch.add(new Reading(automaton, alphabet)));
        this.least = least;
        this.most = most;
    }

    /**
     * Looks for it.
     *
     * @param excluded texts that do not count
     * @param least how many characters it has at least
     * @param most how many it has at most, {@link Integer#MAX_VALUE} for any number
     */
    public static Result find(
            Collection<Expression> match,
            Collection<Expression> mismatch,
            Collection<String> excluded,
            int least,
            int most) {
        List<Expression> others = new ArrayList<>(mismatch);
        if (!excluded.isEmpty()) {
            others.add(Expression.listing(excluded));
        }
        List<Automaton> wanted = automata(match);
        List<Automaton> unwanted = automata(others);
        boolean all = wanted.size() == match.size() && unwanted.size() == others.size();
        if (!all) {
            return Result.UNKNOWN;
        }
        // Counting multiplies the nodes; most of the time it decides nothing.
        Result ofAnyLength = new TextSearch(wanted, unwanted, least > 0 ? 1 : 0, Integer.MAX_VALUE).search();
        int length = ofAnyLength.text().codePointCount(0, ofAnyLength.text().length());
        boolean fits = ofAnyLength.outcome() == Outcome.NONE
                || (ofAnyLength.outcome() == Outcome.FOUND && length >= least && length <= most);
        return fits ? ofAnyLength : new TextSearch(wanted, unwanted, least, most).search();
    }

    private static List<Automaton> automata(Collection<Expression> expressions) {
        List<Automaton> automata = new ArrayList<>();
        for (Expression expression : expressions) {
            Automaton automaton = expression.automaton();
            if (automaton != null) {
                automata.add(automaton);
            }
        }
        return automata;
    }

    private Result search() {
        Node first = new Node(Collections.nCopies(match.size() + mismatch.size(), 0), 0);
        Set<Node> seen = new HashSet<>(Set.of(first));
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(first, null, 0)));
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (good(step)) {
                return new Result(Outcome.FOUND, text(step));
            }
            if (step.node().length() < most && !hopeless(step.node())) {
                for (int letter = 0; letter < alphabet.length; letter++) {
                    Node next = next(step.node(), letter);
                    if (seen.add(next)) {
                        open.add(new Step(next, step, letter));
                    }
                }
            }
            if (seen.size() > MOST_NODES) {
                return Result.UNKNOWN;
            }
        }
        return new Result(Outcome.NONE, "");
    }

    /** How long a text is beyond what counts makes no difference. */
    private Node next(Node node, int letter) {
        List<Integer> states = new ArrayList<>(node.states().size());
        for (int i = 0; i < node.states().size(); i++) {
            states.add(reading(i).step(node.states().get(i), letter));
        }
        int counted = most == Integer.MAX_VALUE ? Math.max(least, 1) : most;
        return new Node(List.copyOf(states), Math.min(node.length() + 1, counted));
    }

    private Reading reading(int index) {
        return index < match.size() ? match.get(index) : mismatch.get(index - match.size());
    }

    private boolean good(Step step) {
        if (step.node().length() < least) {
            return false;
        }
        boolean atStart = step.before() == null;
        for (int i = 0; i < step.node().states().size(); i++) {
            if (reading(i).accepts(step.node().states().get(i), atStart) != i < match.size()) {
                return false;
            }
        }
        return true;
    }

    private boolean hopeless(Node node) {
        for (int i = 0; i < node.states().size(); i++) {
            int state = node.states().get(i);
            if (i < match.size() ? !reading(i).alive(state) : reading(i).found(state)) {
                return true;
            }
        }
        return false;
    }

    private String text(Step last) {
        List<Integer> letters = new ArrayList<>();
        for (Step step = last; step.before() != null; step = step.before()) {
            letters.add(alphabet[step.letter()]);
        }
        StringBuilder text = new StringBuilder();
        for (int i = letters.size() - 1; i >= 0; i--) {
            text.appendCodePoint(letters.get(i));
        }
        return text.toString();
    }
}
