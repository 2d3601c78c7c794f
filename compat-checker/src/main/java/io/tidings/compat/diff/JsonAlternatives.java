package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Clause;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchema;
import io.tidings.compat.json.JsonType;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The alternatives of two schemas, each with its like: those that say the same; then those of the same name, tag or type; then
 * the last that is left on both sides.
 *
 * @param pairs that are not the same
 */
record JsonAlternatives(List<Pair> pairs, List<String> added, List<String> removed) {

    record Pair(String name, Formula was, Formula is) {
        Location wasAt(Clause clause) {
            return was instanceof Refer refer ? refer.schema().location() : clause.at();
        }

        Location isAt(Clause clause) {
            return is instanceof Refer refer ? refer.schema().location() : clause.at();
        }
    }

    static JsonAlternatives match(JsonWalk walk, List<Formula> was, List<Formula> is) {
        List<Formula> before = new ArrayList<>(was);
        List<Formula> now = new ArrayList<>(is);
        List<Pair> pairs = new ArrayList<>();
        take(walk.reader(), before, now, (a, b) -> walk.same(List.of(a), List.of(b)));
        pairs.addAll(take(
                walk.reader(),
                before,
                now,
                (a, b) -> named(a) && called(walk.reader(), a).equals(called(walk.reader(), b))));
        pairs.addAll(take(
                walk.reader(), before, now, (a, b) -> called(walk.reader(), a).equals(called(walk.reader(), b))));
        if (before.size() == 1 && now.size() == 1) {
            pairs.addAll(take(walk.reader(), before, now, (a, b) -> true));
        }
        return new JsonAlternatives(pairs, names(walk.reader(), now), names(walk.reader(), before));
    }

    private static List<Pair> take(
            JsonReader reader, List<Formula> before, List<Formula> now, BiPredicate<Formula, Formula> like) {
        List<Pair> pairs = new ArrayList<>();
        for (Formula one : List.copyOf(before)) {
            Optional<Formula> other =
                    now.stream().filter(candidate -> like.test(one, candidate)).findFirst();
            if (other.isPresent()) {
                before.remove(one);
                now.remove(other.get());
                pairs.add(new Pair(called(reader, other.get()), one, other.get()));
            }
        }
        return pairs;
    }

    private static List<String> names(JsonReader reader, List<Formula> parts) {
        return parts.stream().map(part -> called(reader, part)).toList();
    }

    private static boolean named(Formula part) {
        return part instanceof Refer refer && !position(refer.schema());
    }

    /** Whether it has no name of its own where it stands. */
    private static boolean position(JsonSchema schema) {
        return schema.name().isEmpty() || schema.name().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** By its name in the document, the one value that tells it from others, or its types. */
    private static String called(JsonReader reader, Formula part) {
        if (part instanceof Refer refer && !position(refer.schema())) {
            return refer.schema().name();
        }
        JsonView view = JsonView.of(reader, List.of(part));
        for (String name : view.properties()) {
            Optional<Set<Object>> values =
                    JsonView.of(reader, view.property(name)).values();
            if (values.isPresent() && values.get().size() == 1) {
                return name + "=" + JsonValue.text(values.get().iterator().next(), 40);
            }
        }
        return view.types().stream().map(JsonType::label).collect(Collectors.joining("|"));
    }
}
