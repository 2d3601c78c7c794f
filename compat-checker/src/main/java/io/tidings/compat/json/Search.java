package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.None;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.One;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for a value that holds some formulas and fails others, as a tableau: what holds and what fails is taken apart until
 * only atoms are left, case by case; then values of each type are tried. Parts of values are problems of their own.
 *
 * <p>Problems can be parts of themselves. A smallest value contains no such circle, so a problem that is already being worked
 * at has no value on that way. What was concluded from that holds once the outer problem is known to have none either: see
 * {@link Conclusions}.
 */
final class Search {

    private static final int DEEPEST = 100;
    private static final int DEEPEST_IN_PLACE = 60;
    private static final int MOST_STEPS = 30_000;
    /** What one pair of documents may cost, whatever is asked of it. */
    private static final int MOST_STEPS_EVER = 3_000_000;

    private final Conclusions conclusions = new Conclusions();
    private final Map<String, Regex> patterns = new HashMap<>();
    private final Fits fits = new Fits(patterns);
    private final Sameness same = new Sameness();
    private final IdentityHashMap<One, List<List<Formula>>> overlaps = new IdentityHashMap<>();
    private int steps;
    private int stepsEver;

    Fits fits() {
        return fits;
    }

    Sameness same() {
        return same;
    }

    /** A search from outside: what is found is checked. */
    Answer ask(Problem problem) {
        steps = 0;
        Answer answer = solve(problem);
        if (answer instanceof Found found && !confirmed(found.value(), problem)) {
            return new Unknown("$ref", "");
        }
        return answer;
    }

    private boolean confirmed(Object value, Problem problem) {
        return holds(value, problem.sent()) && holds(value, problem.held()) && fails(value, problem.fails());
    }

    private boolean holds(Object value, Iterable<Formula> formulas) {
        for (Formula formula : formulas) {
            if (fits.of(value, formula) != Truth.TRUE) {
                return false;
            }
        }
        return true;
    }

    private boolean fails(Object value, Iterable<Formula> formulas) {
        for (Formula formula : formulas) {
            if (fits.of(value, formula) != Truth.FALSE) {
                return false;
            }
        }
        return true;
    }

    /** The same for a part of a value. */
    Answer solve(Problem problem) {
        Answer known = conclusions.of(problem);
        if (known != null) {
            return known;
        }
        if (conclusions.depth() >= DEEPEST) {
            return new Unknown("nesting", "");
        }
        conclusions.open(problem);
        return conclusions.close(problem, work(problem));
    }

    private Answer work(Problem problem) {
        Branch branch = new Branch();
        problem.sent().forEach(formula -> branch.hold(formula, true));
        problem.held().forEach(formula -> branch.hold(formula, false));
        problem.fails().forEach(branch::fail);
        return decide(branch);
    }

    private Answer decide(Branch branch) {
        if (branch.contradicts(same)) {
            return Answer.none();
        }
        if (exhausted()) {
            return new Unknown("combinations", "");
        }
        if (branch.depth() > DEEPEST_IN_PLACE) {
            return new Unknown("$ref", "");
        }
        if (branch.choices().isEmpty()) {
            return refute(branch);
        }
        Answer relaxed = refute(branch.relaxed());
        if (relaxed instanceof None || (relaxed instanceof Found found && chosen(branch, found.value()))) {
            return relaxed;
        }
        return choose(branch, branch.choices().get(0));
    }

    /** Whether a value that was found without a look at the choices suits them; senders may not mix theirs. */
    private boolean chosen(Branch branch, Object value) {
        return branch.choices().stream()
                .allMatch(choice -> !choice.sent() && fits.of(value, choice.formula()) == Truth.TRUE);
    }

    private Answer choose(Branch branch, Branch.Held choice) {
        boolean exactly = choice.formula() instanceof One;
        List<Formula> parts =
                choice.formula() instanceof One one ? one.parts() : ((Formula.Any) choice.formula()).parts();
        Answer best = Answer.none();
        for (int i = 0; i < parts.size() && !(best instanceof Found); i++) {
            Branch one = branch.without(choice);
            one.hold(parts.get(i), choice.sent());
            for (int j = 0; j < parts.size() && exactly; j++) {
                if (j != i) {
                    one.fail(parts.get(j));
                }
            }
            if (choice.sent() && !exactly) {
                one.declare(Declared.in(choice.formula()));
            }
            best = best.or(decide(one));
        }
        return best;
    }

    /** All that holds is atoms. Of what fails, a conjunction fails in one of its parts, an exact choice in several ways. */
    private Answer refute(Branch branch) {
        List<Formula> compound = new ArrayList<>();
        List<Atom> atoms = new ArrayList<>();
        for (Formula failing : branch.fails()) {
            if (failing instanceof Atom atom) {
                atoms.add(atom);
            } else {
                compound.add(failing);
            }
        }
        if (compound.isEmpty()) {
            return new Typed(this, branch.holding(), atoms).find();
        }
        if (exhausted()) {
            return new Unknown("combinations", "");
        }
        if (compound.size() > 1) {
            Answer alone = oneByOne(branch, atoms, compound);
            if (!(alone instanceof Unknown)) {
                return alone;
            }
        }
        Formula first = compound.get(0);
        List<Formula> rest = new ArrayList<>(atoms);
        rest.addAll(compound.subList(1, compound.size()));
        return first instanceof One one ? inexact(branch, one, rest) : inOnePart(branch, (Formula.All) first, rest);
    }

    /**
     * Where one of them alone cannot fail, all cannot; and the value that lets one fail often fails the others too, as with the
     * alternatives of a tagged union. So most of the time the product of all ways to fail is never looked at.
     */
    private Answer oneByOne(Branch branch, List<Atom> atoms, List<Formula> compound) {
        for (Formula one : compound) {
            List<Formula> alone = new ArrayList<>(atoms);
            alone.add(one);
            Answer answer = refute(branch.failing(alone));
            if (answer instanceof None || (answer instanceof Found found && fails(found.value(), compound))) {
                return answer;
            }
        }
        return new Unknown("combinations", "");
    }

    private Answer inOnePart(Branch branch, Formula.All all, List<Formula> rest) {
        Answer best = Answer.none();
        for (Formula part : all.parts()) {
            if (best instanceof Found) {
                break;
            }
            List<Formula> failing = new ArrayList<>(rest);
            failing.add(part);
            best = best.or(decide(branch.failing(failing)));
        }
        return best;
    }

    private boolean exhausted() {
        return ++steps > MOST_STEPS || ++stepsEver > MOST_STEPS_EVER;
    }

    /** None of the alternatives fits, or two do. */
    private Answer inexact(Branch branch, One one, List<Formula> rest) {
        List<Formula> none = new ArrayList<>(rest);
        none.addAll(one.parts());
        Answer best = decide(branch.failing(none));
        for (List<Formula> pair : best instanceof Found ? List.<List<Formula>>of() : overlapping(one)) {
            if (!(best instanceof Found)) {
                Branch both = branch.failing(rest);
                pair.forEach(formula -> both.hold(formula, false));
                best = best.or(decide(both));
            }
        }
        return best;
    }

    /** The pairs of alternatives that one value might fit: of a tagged union, none. */
    private List<List<Formula>> overlapping(One one) {
        List<List<Formula>> known = overlaps.get(one);
        if (known == null) {
            known = new ArrayList<>();
            boolean settled = true;
            for (int i = 0; i < one.parts().size(); i++) {
                for (int j = i + 1; j < one.parts().size(); j++) {
                    List<Formula> pair = List.of(one.parts().get(i), one.parts().get(j));
                    Problem both = Problem.of(Set.of(), pair, Set.of());
                    if (!(solve(both) instanceof None)) {
                        known.add(pair);
                    }
                    settled &= conclusions.settled(both);
                }
            }
            if (settled) {
                overlaps.put(one, known);
            }
        }
        return known;
    }
}
