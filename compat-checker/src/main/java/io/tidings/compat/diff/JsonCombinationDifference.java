package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Clause;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what puts schemas together: alternatives one with its like, all else as a whole. */
final class JsonCombinationDifference implements JsonWalk.JsonDifference {

    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf");
    private static final List<String> WHOLES = List.of(
            "not",
            "if",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "false",
            "schema",
            "$ref",
            "$dynamicRef",
            "$recursiveRef");

    /** The others restrict what is described beside them. */
    private static final Set<String> OF_KINDS = Set.of("allOf", "anyOf", "oneOf", "$ref", "$dynamicRef");

    private final JsonWalk walk;

    JsonCombinationDifference(JsonWalk walk) {
        this.walk = walk;
    }

    @Override
    public void compare(JsonSpot spot, JsonView was, JsonView is) {
        for (String keyword : ALTERNATIVES) {
            List<Clause> before = was.clauses(Set.of(keyword));
            List<Clause> now = is.clauses(Set.of(keyword));
            if (before.size() == 1 && now.size() == 1) {
                alternatives(spot, keyword, before.get(0), now.get(0));
            } else {
                whole(spot, keyword, before, now);
            }
        }
        for (String keyword : WHOLES) {
            whole(spot, keyword, was.clauses(Set.of(keyword)), is.clauses(Set.of(keyword)));
        }
    }

    private void whole(JsonSpot spot, String keyword, List<Clause> before, List<Clause> now) {
        // A keyword that is compared elsewhere comes here only where it is not understood.
        List<Formula> was = formulas(before);
        List<Formula> is = formulas(now);
        if (!walk.same(was, is)) {
            At at = walk.at(spot, place(before, spot.was()), place(now, spot.is()));
            String what = keyword + (was.isEmpty() ? " is new" : is.isEmpty() ? " is gone" : " changed");
            walk.found(
                    at,
                    spot.judge(walk.reader(), was, is),
                    r -> new JsonChange.CombinationChanged(at, r, OF_KINDS.contains(keyword), what));
        }
    }

    private static List<Formula> formulas(List<Clause> clauses) {
        return clauses.stream()
                .map(Clause::formula)
                .filter(formula -> !(formula instanceof Formula.Additional || formula instanceof Formula.ItemsFrom))
                .toList();
    }

    private static Location place(List<Clause> clauses, Location otherwise) {
        return clauses.isEmpty() ? otherwise : clauses.get(0).at();
    }

    private void alternatives(JsonSpot spot, String keyword, Clause before, Clause now) {
        if (walk.same(List.of(before.formula()), List.of(now.formula()))) {
            return;
        }
        JsonReading reading = spot.judge(walk.reader(), List.of(before.formula()), List.of(now.formula()));
        JsonAlternatives parts = JsonAlternatives.match(walk, JsonView.parts(before), JsonView.parts(now));
        JsonSpot within =
                new JsonSpot(spot.path(), spot.base(), spot.head(), before.at(), now.at(), reading, spot.depth());
        boolean forward = false;
        boolean backward = false;
        for (JsonAlternatives.Pair pair : parts.pairs()) {
            List<Formula> was = List.of(pair.was());
            List<Formula> is = List.of(pair.is());
            walk.part(within, "<" + pair.name() + ">", was, is, pair.wasAt(before), pair.isAt(now));
            forward |= !walk.reader().judge(was, is).readable();
            backward |= !walk.reader().judge(is, was).readable();
        }
        At at = walk.at(spot, before.at(), now.at());
        boolean counted = !parts.added().isEmpty() || !parts.removed().isEmpty();
        JsonReading rest = counted
                ? reading
                : new JsonReading(
                        forward ? JsonVerdict.reads() : reading.forward(),
                        backward ? JsonVerdict.reads() : reading.backward());
        walk.found(at, rest, r -> new JsonChange.CombinationChanged(at, r, true, what(keyword, parts)));
    }

    private static String what(String keyword, JsonAlternatives parts) {
        List<String> what = new ArrayList<>();
        if (!parts.added().isEmpty()) {
            what.add("gained " + names(parts.added()));
        }
        if (!parts.removed().isEmpty()) {
            what.add("lost " + names(parts.removed()));
        }
        return keyword + " " + (what.isEmpty() ? "changed" : String.join(" and ", what));
    }

    private static String names(List<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names);
        return String.join(", ", distinct);
    }
}
