package io.tidings.sync.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** Which named types use which: those in a field's type, or in an element's, without another named type between. */
final class TypeGraph {
    private static final Set<Schema.Type> NAMED = Set.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);

    private final Map<String, Schema> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> uses = new LinkedHashMap<>();

    /** Adds the types of a schema that are not there yet. */
    void add(Schema schema) {
        if (!isNamed(schema)) {
            direct(schema).values().forEach(this::add);
        } else if (types.putIfAbsent(schema.getFullName(), schema) == null) {
            Map<String, Schema> below = new LinkedHashMap<>();
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().forEach(field -> below.putAll(direct(field.schema())));
            }
            uses.put(schema.getFullName(), new LinkedHashSet<>(below.keySet()));
            below.values().forEach(this::add);
        }
    }

    /** The named types, by full name, in the order in which they were found. */
    Map<String, Schema> types() {
        return types;
    }

    /** What a type uses; what it defines itself, if it is one of {@link #types()}. */
    Set<String> uses(String type) {
        return uses.getOrDefault(type, Set.of());
    }

    static boolean isNamed(Schema schema) {
        return NAMED.contains(schema.getType());
    }

    /** The nearest named types of a schema: itself, if it is one. */
    static Map<String, Schema> direct(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> found.put(schema.getFullName(), schema);
            case ARRAY -> found.putAll(direct(schema.getElementType()));
            case MAP -> found.putAll(direct(schema.getValueType()));
            case UNION -> schema.getTypes().forEach(branch -> found.putAll(direct(branch)));
            default -> {
                // A primitive type names nobody.
            }
        }
        return found;
    }

    /**
     * The types that need each other, and so have to stand in one text, by each of their names. Most are alone (Tarjan,
     * "Depth-first search and linear graph algorithms", 1972).
     */
    Map<String, SortedSet<String>> circles() {
        return new Circles().all();
    }

    private final class Circles {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Map<String, SortedSet<String>> circles = new HashMap<>();

        Map<String, SortedSet<String>> all() {
            types.keySet().stream().filter(type -> !numbers.containsKey(type)).forEach(this::visit);
            return circles;
        }

        /** As deep as types nest in a schema, which reading bounds. */
        private void visit(String type) {
            int number = numbers.size();
            numbers.put(type, number);
            lowest.put(type, number);
            open.push(type);
            for (String used : uses(type)) {
                if (!numbers.containsKey(used)) {
                    visit(used);
                    lowest.merge(type, lowest.getOrDefault(used, number), Math::min);
                } else if (!circles.containsKey(used)) {
                    lowest.merge(type, numbers.getOrDefault(used, number), Math::min);
                }
            }
            if (lowest.getOrDefault(type, number) == number) {
                close(type);
            }
        }

        private void close(String first) {
            List<String> members = new ArrayList<>();
            String member;
            do {
                member = open.pop();
                members.add(member);
            } while (!member.equals(first));
            SortedSet<String> circle = new TreeSet<>(members);
            members.forEach(name -> circles.put(name, circle));
        }
    }
}
