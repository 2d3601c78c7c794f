package io.tidings.compat.diff;

import io.tidings.compat.json.Clause;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.JsonType;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what is said of a value as a whole: its type, the values listed, bounds, patterns. */
final class JsonValueDifference implements JsonWalk.JsonDifference {

    private static final Set<String> TYPE = Set.of("type", "anyOf", "oneOf", "enum", "const");
    private static final Set<String> VALUES = Set.of("enum", "const");
    /** Keywords that bound the same thing from the same side. */
    private static final List<Set<String>> BOUNDS = List.of(
            Set.of("minimum", "exclusiveMinimum"),
            Set.of("maximum", "exclusiveMaximum"),
            Set.of("multipleOf"),
            Set.of("minLength"),
            Set.of("maxLength"),
            Set.of("minItems"),
            Set.of("maxItems"),
            Set.of("uniqueItems"),
            Set.of("minProperties"),
            Set.of("maxProperties"));

    private static final Set<String> PATTERN = Set.of("pattern");
    private static final int LONGEST = 60;

    private final JsonWalk walk;

    JsonValueDifference(JsonWalk walk) {
        this.walk = walk;
    }

    @Override
    public void compare(JsonSpot spot, JsonView was, JsonView is) {
        type(spot, was, is);
        values(spot, was, is);
        BOUNDS.forEach(bound -> bound(spot, was, is, bound));
        pattern(spot, was, is);
    }

    private void type(JsonSpot spot, JsonView was, JsonView is) {
        Set<JsonType> before = was.types();
        Set<JsonType> now = is.types();
        if (!before.equals(now)) {
            At at = at(spot, was, is, TYPE);
            JsonReading reading = spot.judge(
                    walk.reader(), List.of(new Formula.Types(labels(before))), List.of(new Formula.Types(labels(now))));
            walk.found(at, reading, r -> new JsonChange.TypeChanged(at, r, before, now));
        }
    }

    /** None at all is what {@code false} says; the checker knows no such list. */
    private static Set<JsonType> labels(Set<JsonType> types) {
        EnumSet<JsonType> labels = EnumSet.noneOf(JsonType.class);
        labels.addAll(types);
        return labels;
    }

    private void values(JsonSpot spot, JsonView was, JsonView is) {
        Optional<Set<Object>> before = was.values();
        Optional<Set<Object>> now = is.values();
        if (before.equals(now)) {
            return;
        }
        At at = at(spot, was, is, VALUES);
        JsonReading reading = spot.judge(walk.reader(), values(before), values(now));
        List<String> added = without(now, before);
        List<String> removed = without(before, now);
        // One list may grow and shrink: then each direction has a difference of its own.
        JsonReading forward = new JsonReading(reading.forward(), JsonVerdict.reads());
        JsonReading backward = new JsonReading(JsonVerdict.reads(), reading.backward());
        boolean both = now.isPresent() && before.isPresent();
        walk.found(at, forward, r -> new JsonChange.ValuesAdded(at, r, both ? added : List.of()));
        walk.found(at, backward, r -> new JsonChange.ValuesRemoved(at, r, both ? removed : List.of()));
    }

    private static List<Formula> values(Optional<Set<Object>> values) {
        return values.<List<Formula>>map(set -> List.of(new Formula.Values(set)))
                .orElse(List.of());
    }

    private static List<String> without(Optional<Set<Object>> values, Optional<Set<Object>> others) {
        Set<Object> rest = new LinkedHashSet<>(values.orElse(Set.of()));
        rest.removeAll(others.orElse(Set.of()));
        return rest.stream().map(value -> JsonValue.text(value, LONGEST)).toList();
    }

    private void bound(JsonSpot spot, JsonView was, JsonView is, Set<String> keywords) {
        List<Clause> before = was.clauses(keywords);
        List<Clause> now = is.clauses(keywords);
        if (!formulas(before).equals(formulas(now))) {
            At at = at(spot, was, is, keywords);
            JsonReading reading = spot.judge(walk.reader(), List.copyOf(formulas(before)), List.copyOf(formulas(now)));
            walk.found(at, reading, r -> new JsonChange.BoundsChanged(at, r, change(before, now)));
        }
    }

    private void pattern(JsonSpot spot, JsonView was, JsonView is) {
        List<Clause> before = was.clauses(PATTERN);
        List<Clause> now = is.clauses(PATTERN);
        if (!formulas(before).equals(formulas(now))) {
            At at = at(spot, was, is, PATTERN);
            JsonReading reading = spot.judge(walk.reader(), List.copyOf(formulas(before)), List.copyOf(formulas(now)));
            walk.found(at, reading, r -> new JsonChange.PatternChanged(at, r, change(before, now)));
        }
    }

    private static Set<Formula> formulas(List<Clause> clauses) {
        Set<Formula> formulas = new LinkedHashSet<>();
        clauses.forEach(clause -> formulas.add(clause.formula()));
        return formulas;
    }

    private static String change(List<Clause> before, List<Clause> now) {
        if (before.isEmpty()) {
            return text(now) + " is new";
        }
        return now.isEmpty() ? text(before) + " is gone" : text(before) + " became " + text(now);
    }

    private static String text(List<Clause> clauses) {
        List<String> texts = new ArrayList<>();
        for (Clause clause : clauses) {
            Formula formula = clause.formula();
            if (formula instanceof Formula.AtLeast least) {
                texts.add(keyword(clause, least.exclusive()) + " " + JsonValue.text(least.limit(), LONGEST));
            } else if (formula instanceof Formula.AtMost most) {
                texts.add(keyword(clause, most.exclusive()) + " " + JsonValue.text(most.limit(), LONGEST));
            } else if (formula instanceof Formula.MultipleOf multiple) {
                texts.add("multipleOf " + JsonValue.text(multiple.divisor(), LONGEST));
            } else if (formula instanceof Formula.Matches matches) {
                texts.add("pattern " + matches.pattern());
            } else {
                texts.add(clause.keyword());
            }
        }
        return String.join(" and ", texts);
    }

    /** In draft-04, a flag beside it makes a limit exclusive. */
    private static String keyword(Clause clause, boolean exclusive) {
        boolean flagged = exclusive && !clause.keyword().startsWith("exclusive");
        return (flagged ? "exclusive " : "") + clause.keyword();
    }

    private At at(JsonSpot spot, JsonView was, JsonView is, Set<String> keywords) {
        return walk.at(
                spot,
                was.place(keywords, "").orElse(spot.was()),
                is.place(keywords, "").orElse(spot.is()));
    }
}
