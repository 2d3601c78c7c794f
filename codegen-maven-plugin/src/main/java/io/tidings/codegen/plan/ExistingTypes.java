package io.tidings.codegen.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The types for which nothing is generated, since the user has classes of them.
 *
 * @param classNames the full names that these types have in the schemas of classes
 */
public record ExistingTypes(Set<String> classNames) {

    /** No such types. */
    static final ExistingTypes NONE = new ExistingTypes(Set.of());

    public ExistingTypes {
        classNames = Set.copyOf(classNames);
    }

    /** Whether a type is one of them, by the schema of its class. */
    public boolean has(Schema type) {
        return switch (type.getType()) {
            case RECORD, ENUM, FIXED -> classNames.contains(type.getFullName());
            default -> false;
        };
    }

    /** The classes of all that a schema is made of, itself included: each once, in the order of the schema. */
    public List<JavaName> in(Schema classSchema) {
        List<JavaName> found = new ArrayList<>();
        if (classNames.isEmpty()) {
            return found;
        }
        Set<String> seen = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(List.of(classSchema));
        while (!open.isEmpty()) {
            Schema next = open.pop();
            boolean named = switch (next.getType()) {
                case RECORD, ENUM, FIXED -> true;
                default -> false;
            };
            if (!named || seen.add(next.getFullName())) {
                if (has(next)) {
                    found.add(ClassNames.of(next));
                }
                List<Schema> parts = Reach.parts(next);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            }
        }
        return found;
    }
}
