package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Clause;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.Formula.Additional;
import io.tidings.compat.json.Formula.PatternProperty;
import io.tidings.compat.json.Formula.Property;
import io.tidings.compat.json.Formula.Required;
import io.tidings.compat.json.JsonView;
import io.tidings.compat.json.Steps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the properties of objects: those described, those required, and all others. */
final class JsonObjectDifference implements JsonWalk.JsonDifference {

    private static final Set<String> NAMED = Set.of("properties", "required");
    private static final Set<String> PATTERNS = Set.of("patternProperties");
    /** Keywords whose schemas may declare properties. */
    private static final Set<String> DECLARING =
            Set.of("patternProperties", "anyOf", "oneOf", "if", "dependencies", "dependentSchemas");

    private static final Set<String> OTHERS = Set.of("additionalProperties", "unevaluatedProperties");

    private final JsonWalk walk;

    JsonObjectDifference(JsonWalk walk) {
        this.walk = walk;
    }

    @Override
    public void compare(JsonSpot spot, JsonView was, JsonView is) {
        Set<String> names = new TreeSet<>(was.properties());
        names.addAll(is.properties());
        names.addAll(was.required());
        names.addAll(is.required());
        names.forEach(name -> property(spot, was, is, name));
        patterns(spot, was, is);
        others(spot, was, is);
    }

    private void property(JsonSpot spot, JsonView was, JsonView is, String name) {
        boolean before = was.properties().contains(name);
        boolean now = is.properties().contains(name);
        boolean demanded = was.required().contains(name);
        boolean demands = is.required().contains(name);
        Location wasAt = was.place(NAMED, name).orElse(spot.was());
        Location isAt = is.place(NAMED, name).orElse(spot.is());
        String step = Steps.property(name);
        At at = walk.at(spot, step, wasAt, isAt);
        if (before && now) {
            walk.part(spot, step, was.property(name), is.property(name), wasAt, isAt);
            if (demanded != demands) {
                optionality(spot, at, name, demands);
            }
        } else if (before != now && demanded == demands && !demands) {
            JsonReading reading = spot.judge(walk.reader(), all(was, name), all(is, name));
            walk.undecided(at, reading);
            walk.always(
                    now
                            ? new JsonChange.PropertyAdded(at, reading, name)
                            : new JsonChange.PropertyRemoved(at, reading, name));
        } else if (before != now || demanded != demands) {
            presence(spot, at, was, is, name);
        }
    }

    private void optionality(JsonSpot spot, At at, String name, boolean demands) {
        List<Formula> required = List.of(new Required(name));
        JsonReading reading = spot.judge(walk.reader(), demands ? List.of() : required, demands ? required : List.of());
        walk.found(
                at,
                reading,
                r -> demands
                        ? new JsonChange.RequiredAdded(at, r, name, false)
                        : new JsonChange.RequiredRemoved(at, r, name, false));
    }

    /** Described on one side only, and required on one side at least. */
    private void presence(JsonSpot spot, At at, JsonView was, JsonView is, String name) {
        boolean now = is.properties().contains(name);
        boolean isNew = now && !was.properties().contains(name);
        boolean demands = is.required().contains(name);
        boolean demanded = was.required().contains(name);
        JsonReading reading = spot.judge(walk.reader(), all(was, name), all(is, name));
        walk.undecided(at, reading);
        if (demands && !demanded) {
            walk.always(new JsonChange.RequiredAdded(at, reading, name, isNew));
        } else if (demanded && !demands) {
            walk.always(new JsonChange.RequiredRemoved(at, reading, name, !now));
        } else {
            walk.always(
                    isNew
                            ? new JsonChange.PropertyAdded(at, reading, name)
                            : new JsonChange.PropertyRemoved(at, reading, name));
        }
    }

    /** All that one side says of a property, whether it names it or not. */
    private static List<Formula> all(JsonView view, String name) {
        List<Formula> all = new ArrayList<>();
        view.property(name).forEach(schema -> all.add(new Property(name, schema)));
        if (view.required().contains(name)) {
            all.add(new Required(name));
        }
        return all;
    }

    private void patterns(JsonSpot spot, JsonView was, JsonView is) {
        Set<String> patterns = new TreeSet<>();
        was.clauses(PATTERNS).forEach(clause -> patterns.add(clause.name()));
        is.clauses(PATTERNS).forEach(clause -> patterns.add(clause.name()));
        for (String pattern : patterns) {
            List<Formula> before = matched(was, pattern);
            List<Formula> now = matched(is, pattern);
            Location wasAt = was.place(PATTERNS, pattern).orElse(spot.was());
            Location isAt = is.place(PATTERNS, pattern).orElse(spot.is());
            if (!before.isEmpty() && !now.isEmpty()) {
                walk.part(spot, "['/" + pattern + "/']", before, now, wasAt, isAt);
            } else if (!before.equals(now)) {
                At at = walk.at(spot, wasAt, isAt);
                JsonReading reading = spot.judge(walk.reader(), all(pattern, before), all(pattern, now));
                String what = "patternProperties " + pattern + (now.isEmpty() ? " is gone" : " is new");
                walk.found(
                        at, reading, r -> new JsonChange.OthersChanged(at, r, JsonReading.HARMLESS, r.narrows(), what));
            }
        }
    }

    private static List<Formula> matched(JsonView view, String pattern) {
        return view.clauses(PATTERNS).stream()
                .filter(clause -> clause.name().equals(pattern))
                .map(clause -> ((PatternProperty) clause.formula()).schema())
                .toList();
    }

    private static List<Formula> all(String pattern, List<Formula> schemas) {
        return schemas.stream()
                .<Formula>map(schema -> new PatternProperty(pattern, schema))
                .toList();
    }

    /** Those that have no description of their own. */
    void others(JsonSpot spot, JsonView was, JsonView is) {
        List<Formula> before = others(was);
        List<Formula> now = others(is);
        if (walk.same(before, now)) {
            return;
        }
        Location wasAt = was.place(OTHERS, "").orElse(spot.was());
        Location isAt = is.place(OTHERS, "").orElse(spot.is());
        if (before.stream().anyMatch(JsonObjectDifference::describes)
                && now.stream().anyMatch(JsonObjectDifference::describes)) {
            walk.part(spot, ".*", before, now, wasAt, isAt);
            return;
        }
        // Those that either side names have been compared one by one.
        Set<String> names = new LinkedHashSet<>(was.properties());
        names.addAll(is.properties());
        names.addAll(was.required());
        names.addAll(is.required());
        Set<String> patterns = new LinkedHashSet<>();
        was.clauses(PATTERNS).forEach(clause -> patterns.add(clause.name()));
        is.clauses(PATTERNS).forEach(clause -> patterns.add(clause.name()));
        At at = walk.at(spot, wasAt, isAt);
        JsonReading reading = spot.judge(walk.reader(), all(before, names, patterns), all(now, names, patterns));
        if (!reading.open()
                && !reading.breaks()
                && anything(before)
                && anything(now)
                && !declares(was)
                && !declares(is)) {
            return; // who declares nothing may send anything, whether that is said or not
        }
        String whose = spot.path().isEmpty() ? "of the headers " : "";
        String what = "additionalProperties " + whose + words(before) + " became " + words(now);
        JsonReading literally = new JsonReading(
                walk.reader().judgeLiterally(all(before, names, patterns), spot.head()),
                walk.reader().judgeLiterally(all(now, names, patterns), spot.base()));
        boolean closes = (reading.breaks() || reading.open())
                ? reading.narrows()
                : literally.breaks() ? literally.narrows() : openness(now) < openness(before);
        walk.undecided(at, reading);
        walk.always(new JsonChange.OthersChanged(at, reading, literally, closes, what));
    }

    private static List<Formula> all(List<Formula> schemas, Set<String> names, Set<String> patterns) {
        return schemas.stream()
                .<Formula>map(schema -> new Additional(names, patterns, schema))
                .toList();
    }

    private static List<Formula> others(JsonView view) {
        return view.clauses(OTHERS).stream()
                .map(Clause::formula)
                .flatMap(formula -> formula instanceof Additional additional
                        ? Optional.of(additional.schema()).stream()
                        : Optional.<Formula>empty().stream())
                .toList();
    }

    /** Whether it is more than {@code false}. */
    private static boolean describes(Formula schema) {
        return schema instanceof Formula.Refer refer
                && refer.schema().clauses().stream().noneMatch(clause -> clause.formula() instanceof Formula.Never);
    }

    /** Whether it is no more than {@code true}. */
    private static boolean anything(List<Formula> schemas) {
        return schemas.stream()
                .allMatch(schema -> schema instanceof Formula.Refer refer
                        && refer.schema().clauses().isEmpty());
    }

    /** How much is let in by the letter: nothing, what a schema describes, what nobody speaks of, anything. */
    private static int openness(List<Formula> schemas) {
        if (schemas.isEmpty()) {
            return 2;
        }
        return anything(schemas) ? 3 : schemas.stream().anyMatch(JsonObjectDifference::describes) ? 1 : 0;
    }

    private static boolean declares(JsonView view) {
        return !view.properties().isEmpty() || !view.clauses(DECLARING).isEmpty();
    }

    private static String words(List<Formula> schemas) {
        if (schemas.isEmpty()) {
            return "left out";
        }
        if (anything(schemas)) {
            return "true";
        }
        return schemas.stream().anyMatch(JsonObjectDifference::describes) ? "a schema" : "false";
    }
}
