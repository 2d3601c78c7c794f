package io.tidings.codegen.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Which types a type is made of, directly or not. */
final class Reach {

    private Reach() {}

    /** Whether a record can hold records of its own kind. */
    static boolean itself(Schema root) {
        Set<String> seen = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(parts(root));
        while (!open.isEmpty()) {
            Schema next = open.pop();
            if (next.getType() != Schema.Type.RECORD) {
                open.addAll(parts(next));
            } else if (next.getFullName().equals(root.getFullName())) {
                return true;
            } else if (seen.add(next.getFullName())) {
                open.addAll(parts(next));
            }
        }
        return false;
    }

    /** The schemas that stand in a schema. */
    static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            default -> List.of();
        };
    }
}
