package io.tidings.site.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says, for people.
 *
 * @param type in words, such as {@code array of OrderLine, or null}
 * @param description in CommonMark
 * @param facts what else holds, in the order to be shown
 * @param rows the fields of an object, or of the objects in an array or map
 * @param parts alternatives and the like, each a schema of its own
 * @param sameAs the path of the row where the fields of this type are shown; empty for the whole schema, null where they are
 *     shown here
 */
public record Shape(
        String type,
        @Nullable String description,
        List<Fact> facts,
        List<Row> rows,
        List<Part> parts,
        @Nullable String sameAs) {

    /**
     * Something that holds of a value.
     *
     * @param values as they are written in the schema
     */
    public record Fact(String name, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }

        static Fact of(String name, String value) {
            return new Fact(name, List.of(value));
        }
    }

    /**
     * A field.
     *
     * @param path from the root of the schema: names with dots between them
     */
    public record Row(String name, String path, boolean required, boolean deprecated, Shape shape) {}

    /** One of several schemas, and what it is to the whole. */
    public record Part(String title, Shape shape) {}

    public Shape {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /** A type without inner structure. */
    static Shape plain(String type, @Nullable String description, List<Fact> facts) {
        return new Shape(type, description, facts, List.of(), List.of(), null);
    }

    /** The same, called something else: an array of these, say. */
    Shape called(String other) {
        return new Shape(other, description, facts, rows, parts, sameAs);
    }

    /** The same with a description of its own where it has one. */
    Shape described(@Nullable String text) {
        return text == null || text.isBlank() ? this : new Shape(type, text, facts, rows, parts, sameAs);
    }

    /** The same with further facts before its own. */
    Shape knowing(List<Fact> further) {
        List<Fact> all = new java.util.ArrayList<>(further);
        facts.stream().filter(fact -> !further.contains(fact)).forEach(all::add);
        return new Shape(type, description, all, rows, parts, sameAs);
    }

    /** Whether there is anything below it. */
    public boolean hasInner() {
        return !rows.isEmpty() || !parts.isEmpty();
    }
}
