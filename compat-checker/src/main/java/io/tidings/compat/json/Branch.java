package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Any;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Refer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case of a problem: what holds in it and what fails, taken apart as far as that needs no choice. */
final class Branch {

    /** A formula that holds. */
    record Held(Formula formula, boolean sent) {}

    private List<Atom> sent = new ArrayList<>();
    private List<Atom> held = new ArrayList<>();
    private List<Held> choices = new ArrayList<>();
    private final Set<Formula> fails = new LinkedHashSet<>();
    private Set<String> elsewhere = new LinkedHashSet<>();
    private Set<Held> seen = new HashSet<>();
    /** Whether other cases look at the same lists: there is one case for each property of an object, and most never differ. */
    private boolean shared;

    private final Set<JsonSchema> refuted = new LinkedHashSet<>();
    private boolean impossible;
    private int depth;
    private @Nullable Holding holding;

    Branch() {}

    /** The same case with other formulas that fail. */
    Branch failing(Collection<? extends Formula> others) {
        Branch copy = new Branch();
        copy.sent = sent;
        copy.held = held;
        copy.choices = choices;
        copy.elsewhere = elsewhere;
        copy.seen = seen;
        copy.shared = true;
        shared = true;
        copy.impossible = impossible;
        copy.depth = depth + 1;
        copy.holding = holding(); // what is found out about it serves all cases
        others.forEach(copy::fail);
        return copy;
    }

    /** Before anything but what fails changes. */
    private void own() {
        if (shared) {
            sent = new ArrayList<>(sent);
            held = new ArrayList<>(held);
            choices = new ArrayList<>(choices);
            elsewhere = new LinkedHashSet<>(elsewhere);
            seen = new HashSet<>(seen);
            shared = false;
        }
    }

    private Branch copy() {
        Branch copy = failing(fails);
        copy.depth = depth;
        copy.refuted.addAll(refuted);
        return copy;
    }

    /** How often it was taken apart: without end where a schema is a part of itself. */
    int depth() {
        return depth;
    }

    void hold(Formula formula, boolean fromSender) {
        take(new Step(formula, true, fromSender));
    }

    /** Several formulas that fail at once are what an alternative of them is when it fails. */
    void fail(Formula formula) {
        take(new Step(formula, false, false));
    }

    private record Step(Formula formula, boolean holds, boolean sent) {
        Step part(Formula part) {
            return new Step(part, holds, sent);
        }

        Step negated(Formula part) {
            return new Step(part, !holds, false);
        }
    }

    private void take(Step first) {
        Deque<Step> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Step next = open.pop();
            Formula what = next.formula();
            if (what instanceof Formula.Always || what instanceof Formula.Never) {
                impossible |= next.holds() == what instanceof Formula.Never;
            } else if (what instanceof Formula.Not not) {
                open.push(next.negated(not.part()));
            } else if (what instanceof Refer refer) {
                if (next.holds() ? first(new Held(refer, next.sent())) : refuted.add(refer.schema())) {
                    open.push(next.part(refer.schema().formula()));
                }
            } else if (next.holds()) {
                holding(next, open);
            } else {
                fails.add(what); // an alternative as a whole too: it may be what holds
                if (what instanceof Any any) {
                    any.parts().forEach(part -> open.push(next.part(part)));
                }
            }
        }
    }

    private boolean first(Held one) {
        if (seen.contains(one)) {
            return false;
        }
        own();
        return seen.add(one);
    }

    private void holding(Step step, Deque<Step> open) {
        if (step.formula() instanceof Formula.All all) {
            for (int i = all.parts().size() - 1; i >= 0; i--) {
                open.push(step.part(all.parts().get(i)));
            }
        } else if (step.formula() instanceof Atom atom) {
            own();
            (step.sent() ? sent : held).add(atom);
            holding = null;
        } else {
            own();
            choices.add(new Held(step.formula(), step.sent()));
        }
    }

    /** What holds is what fails. */
    boolean contradicts(Sameness same) {
        if (impossible) {
            return true;
        }
        for (JsonSchema schema : refuted) {
            if (seen.stream().anyMatch(one -> same.formulas(one.formula(), new Refer(schema)))) {
                return true;
            }
        }
        for (Formula failing : fails) {
            if (failing instanceof Atom) {
                if (holding().all().contains(failing)) {
                    return true;
                }
            } else if (choices.stream().anyMatch(choice -> same.formulas(choice.formula(), failing))) {
                return true;
            }
        }
        return false;
    }

    Holding holding() {
        if (holding == null) {
            holding = new Holding(sent, held, elsewhere);
        }
        return holding;
    }

    List<Held> choices() {
        return choices;
    }

    /** Without the choices: what holds of more values, and is more quickly refuted. */
    Branch relaxed() {
        Branch relaxed = copy();
        relaxed.own();
        relaxed.choices.clear();
        choices.stream().filter(Held::sent).forEach(choice -> relaxed.declare(Declared.in(choice.formula())));
        return relaxed;
    }

    /** The same case with one choice taken out, to be made. */
    Branch without(Held choice) {
        Branch copy = copy();
        copy.own();
        copy.choices.remove(choice);
        return copy;
    }

    /** Atoms, conjunctions and exact choices; alternatives were taken apart. */
    List<Formula> fails() {
        return fails.stream().filter(formula -> !(formula instanceof Any)).toList();
    }

    void declare(Collection<String> names) {
        if (!elsewhere.containsAll(names)) {
            own();
            elsewhere.addAll(names);
            holding = null;
        }
    }
}
