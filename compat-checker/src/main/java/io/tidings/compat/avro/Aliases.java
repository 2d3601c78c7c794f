package io.tidings.compat.avro;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The reader's aliases, applied to the writer's names: "aliases function by re-writing the writer's schema using aliases
 * from the reader's schema". An alias therefore holds everywhere in the writer's schema, as in Java.
 */
final class Aliases {

    private final Map<String, String> types = new HashMap<>();

    private final boolean rewriting;

    private Aliases(boolean rewriting) {
        this.rewriting = rewriting;
    }

    static Aliases of(Schema reader, Schema writer) {
        // Equal schemas read each other as they are: Java does not rewrite then either.
        Aliases aliases = new Aliases(!reader.equals(writer));
        if (aliases.rewriting) {
            aliases.collect(reader, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return aliases;
    }

    /** Whether aliases are looked at: not between equal schemas. */
    boolean rewriting() {
        return rewriting;
    }

    /** The full name of a writer's named type in the reader's terms. */
    String fullName(Schema writer) {
        return types.getOrDefault(writer.getFullName(), writer.getFullName());
    }

    /** The name without its namespace, by which the specification compares. */
    String simpleName(Schema writer) {
        String full = fullName(writer);
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private void collect(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        switch (schema.getType()) {
            case RECORD -> {
                rename(schema);
                schema.getFields().forEach(field -> collect(field.schema(), seen));
            }
            case ENUM, FIXED -> rename(schema);
            case ARRAY -> collect(schema.getElementType(), seen);
            case MAP -> collect(schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, seen));
            default -> {}
        }
    }

    private void rename(Schema named) {
        named.getAliases().forEach(alias -> types.put(alias, named.getFullName()));
    }
}
