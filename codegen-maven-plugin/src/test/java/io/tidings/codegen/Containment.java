package io.tidings.codegen;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** How types contain others, and themselves. */
final class Containment {

    private Containment() {}

    /** Whether a record has a map of its own kind, however deep within. */
    static boolean throughMap(Schema schema) {
        return throughMap(schema, Set.of(), Set.of());
    }

    private static boolean throughMap(Schema schema, Set<String> above, Set<String> aboveMap) {
        return switch (schema.getType()) {
            case RECORD -> {
                String name = schema.getFullName();
                if (above.contains(name)) {
                    yield aboveMap.contains(name);
                }
                Set<String> within = with(above, name);
                yield schema.getFields().stream().anyMatch(field -> throughMap(field.schema(), within, aboveMap));
            }
            case MAP -> throughMap(schema.getValueType(), above, above);
            case ARRAY -> throughMap(schema.getElementType(), above, aboveMap);
            case UNION -> schema.getTypes().stream().anyMatch(branch -> throughMap(branch, above, aboveMap));
            default -> false;
        };
    }

    /** The names of all types within, and its own. */
    static Set<String> names(Schema schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case RECORD -> {
                if (names.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(field.schema(), names));
                }
            }
            case ENUM, FIXED -> names.add(schema.getFullName());
            case ARRAY -> collect(schema.getElementType(), names);
            case MAP -> collect(schema.getValueType(), names);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, names));
            default -> {}
        }
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return more;
    }
}
