package io.tidings.compat.avro;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Goes through all types of a schema in the order of its text. A stack of its own, not recursion: schemas may be deep. */
final class SchemaWalk {

    private SchemaWalk() {}

    static Set<Schema> nothingSeen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * Visits what was not seen yet.
     *
     * @param mentioned every mention of a type, even one that was seen
     * @param met every type once
     */
    static void walk(Schema root, Set<Schema> seen, Consumer<Schema> mentioned, Consumer<Schema> met) {
        Deque<Schema> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            mentioned.accept(schema);
            if (seen.add(schema)) {
                met.accept(schema);
                List<Schema> parts = parts(schema);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            }
        }
    }

    private static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Field::schema).toList();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            default -> List.of();
        };
    }
}
