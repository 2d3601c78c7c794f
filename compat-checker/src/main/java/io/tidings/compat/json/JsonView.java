package io.tidings.compat.json;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Formula.Any;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.ItemAt;
import io.tidings.compat.json.Formula.ItemsFrom;
import io.tidings.compat.json.Formula.One;
import io.tidings.compat.json.Formula.Property;
import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.Formula.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Schemas that hold of the same value, seen as one: what {@code allOf} and references put together is side by side. */
public final class JsonView {

    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, Set<Object>> notes = new TreeMap<>();
    private final List<Map<String, Object>> words = new ArrayList<>();
    private final ObjectFacts objects;
    private final List<Atom> atoms = new ArrayList<>();
    private final Set<JsonType> types;

    private JsonView(JsonReader reader, List<Formula> schemas) {
        Set<JsonSchema> seen = new HashSet<>();
        Deque<Formula> open = new ArrayDeque<>(schemas);
        while (!open.isEmpty()) {
            if (open.pop() instanceof Refer refer && seen.add(refer.schema())) {
                if (!refer.schema().words().isEmpty()) {
                    words.add(refer.schema().words());
                }
                refer.schema()
                        .notes()
                        .forEach((keyword, value) -> notes.computeIfAbsent(keyword, any -> new LinkedHashSet<>())
                                .add(value));
                for (Clause clause : refer.schema().clauses()) {
                    if (clause.formula() instanceof Refer) {
                        open.add(clause.formula());
                    } else {
                        clauses.add(clause);
                    }
                }
            }
        }
        clauses.stream()
                .map(Clause::formula)
                .filter(Atom.class::isInstance)
                .forEach(formula -> atoms.add((Atom) formula));
        objects = new ObjectFacts(new Holding(atoms, List.of(), Set.of()), reader.fits());
        types = new TypesOf().of(new Formula.All(schemas));
    }

    public static JsonView of(JsonReader reader, List<Formula> schemas) {
        return new JsonView(reader, schemas);
    }

    /** Those with one of these keywords. */
    public List<Clause> clauses(Set<String> keywords) {
        return clauses.stream()
                .filter(clause -> keywords.contains(clause.keyword()))
                .toList();
    }

    /** What {@code format} and the like say, by keyword. */
    public Map<String, Set<Object>> notes() {
        return notes;
    }

    /** What only people read, schema by schema. */
    public List<Map<String, Object>> words() {
        return words;
    }

    /** The types admitted; {@code number} stands for {@code integer} too. */
    public Set<JsonType> types() {
        return types;
    }

    /** What {@code enum} and {@code const} admit; empty where there is neither. */
    public Optional<Set<Object>> values() {
        Set<Object> common = null;
        for (Clause clause : clauses) {
            if (clause.formula() instanceof Values values) {
                Set<Object> kept = new LinkedHashSet<>(common == null ? values.values() : common);
                kept.retainAll(values.values());
                common = kept;
            }
        }
        return Optional.ofNullable(common);
    }

    /** The names of the properties that are described. */
    public Set<String> properties() {
        Set<String> names = new TreeSet<>();
        clauses.stream()
                .filter(clause -> clause.formula() instanceof Property)
                .forEach(clause -> names.add(clause.name()));
        return names;
    }

    public Set<String> required() {
        return new TreeSet<>(objects.required());
    }

    /** Every schema that the value of a property must fit. */
    public List<Formula> property(String name) {
        return objects.value(name, List.of())
                .map(problem -> List.copyOf(problem.sent()))
                .orElse(List.of());
    }

    /** Every schema that the item at a position must fit. */
    public List<Formula> item(int index) {
        return ArraySearch.of(index, atoms);
    }

    /** How many positions have schemas of their own; the items from there on are alike. */
    public int positions() {
        int positions = 0;
        for (Atom atom : atoms) {
            if (atom instanceof ItemAt at) {
                positions = Math.max(positions, at.index() + 1);
            } else if (atom instanceof ItemsFrom from) {
                positions = Math.max(positions, from.index());
            }
        }
        return positions;
    }

    /** Where one of the keywords stands that speak of this property, or speak at all. */
    public Optional<Location> place(Set<String> keywords, String name) {
        return clauses.stream()
                .filter(clause -> keywords.contains(clause.keyword())
                        && (name.isEmpty() || clause.name().equals(name)))
                .map(Clause::at)
                .findFirst();
    }

    /** Alternatives of a view: the parts of its only {@code anyOf} or {@code oneOf}. */
    public static List<Formula> parts(Clause clause) {
        return clause.formula() instanceof One one
                ? one.parts()
                : clause.formula() instanceof Any any ? any.parts() : List.of();
    }
}
