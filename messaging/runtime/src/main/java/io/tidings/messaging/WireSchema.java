package io.tidings.messaging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The schema that travels, where the classes in Java are called otherwise than the types in it: two majors of one document may
 * use the same Avro names, and a build may want its classes in packages of its own. The schema of such a class bears the class's
 * name, as every Avro tool expects, and notes in the property {@value #NAME} what the type is called on the wire, which is what
 * registries and readers in other languages know.
 */
public final class WireSchema {

    /** The property of a named type in a class's schema that holds its full name on the wire. */
    public static final String NAME = "tidings.wire.name";

    private WireSchema() {}

    /** The schema with the names that travel; the very schema if no type in it is called otherwise in Java. */
    public static Schema of(Schema classSchema) {
        Map<String, String> wireNames = new HashMap<>();
        collect(classSchema, wireNames, new HashSet<>());
        return wireNames.isEmpty() ? classSchema : new RenamedSchema(wireNames).of(classSchema);
    }

    /**
     * What somebody wrote, in the terms of the class that is to read it: each type that the class knows is called as in its
     * schema. Aliases count.
     */
    public static Schema asRead(Schema written, Schema classSchema) {
        return asRead(written, of(classSchema), classSchema);
    }

    /** As before; the wire's schema says what the types of the class's, at the same place, are called. */
    public static Schema asRead(Schema written, Schema wire, Schema classSchema) {
        Map<String, String> classNames = new HashMap<>();
        pair(wire, classSchema, classNames, new HashSet<>());
        Schema travelled = of(written);
        return classNames.isEmpty()
                ? travelled
                : new RenamedSchema(classNames).of(Schema.applyAliases(travelled, wire));
    }

    /**
     * What a class writes, in the terms of what travels: each type that both know is called as it is on the wire. For a class of the
     * user's own, which notes no such names.
     */
    public static Schema asWritten(Schema classSchema, Schema wire) {
        Schema travelled = of(classSchema);
        Map<String, String> wireNames = new HashMap<>();
        pair(travelled, wire, wireNames, new HashSet<>());
        return wireNames.isEmpty() ? travelled : new RenamedSchema(wireNames).of(travelled);
    }

    private static void collect(Schema schema, Map<String, String> wireNames, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> {
                if (seen.add(schema.getFullName())) {
                    if (schema.getObjectProp(NAME) instanceof String wireName) {
                        wireNames.put(schema.getFullName(), wireName);
                    }
                    if (schema.getType() == Schema.Type.RECORD) {
                        schema.getFields().forEach(field -> collect(field.schema(), wireNames, seen));
                    }
                }
            }
            case ARRAY -> collect(schema.getElementType(), wireNames, seen);
            case MAP -> collect(schema.getValueType(), wireNames, seen);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, wireNames, seen));
            default -> {
                // has no name
            }
        }
    }

    /** @param names receives what types of the first are called in the second */
    private static void pair(Schema wire, Schema classSchema, Map<String, String> names, Set<String> seen) {
        if (wire.getType() != classSchema.getType()) {
            // A class may hold null where the wire has none, and the other way round.
            if (wire.isUnion()) {
                branch(wire, classSchema).ifPresent(same -> pair(same, classSchema, names, seen));
            } else if (classSchema.isUnion()) {
                branch(classSchema, wire).ifPresent(same -> pair(wire, same, names, seen));
            }
            return;
        }
        switch (wire.getType()) {
            case RECORD, ENUM, FIXED -> {
                if (seen.add(wire.getFullName())) {
                    if (!wire.getFullName().equals(classSchema.getFullName())) {
                        names.put(wire.getFullName(), classSchema.getFullName());
                    }
                    if (wire.getType() == Schema.Type.RECORD) {
                        pairFields(wire, classSchema, names, seen);
                    }
                }
            }
            case ARRAY -> pair(wire.getElementType(), classSchema.getElementType(), names, seen);
            case MAP -> pair(wire.getValueType(), classSchema.getValueType(), names, seen);
            case UNION -> pairBranches(wire, classSchema, names, seen);
            default -> {
                // has no name
            }
        }
    }

    /** The one of that type, or of several the one of that name. */
    private static Optional<Schema> branch(Schema union, Schema other) {
        Integer named = union.getIndexNamed(other.getFullName());
        List<Schema> alike = union.getTypes().stream()
                .filter(branch -> branch.getType() == other.getType())
                .toList();
        return named != null
                ? Optional.of(union.getTypes().get(named))
                : alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** By name; and where one has another name, by place. A class of the user's own may have them in another order. */
    private static void pairBranches(Schema wire, Schema classSchema, Map<String, String> names, Set<String> seen) {
        List<Schema> branches = classSchema.getTypes();
        for (int i = 0; i < wire.getTypes().size(); i++) {
            Schema branch = wire.getTypes().get(i);
            Integer same = classSchema.getIndexNamed(branch.getFullName());
            if (same != null) {
                pair(branch, branches.get(same), names, seen);
            } else if (i < branches.size() && wire.getIndexNamed(branches.get(i).getFullName()) == null) {
                pair(branch, branches.get(i), names, seen);
            }
        }
    }

    private static void pairFields(Schema wire, Schema classSchema, Map<String, String> names, Set<String> seen) {
        for (Schema.Field field : wire.getFields()) {
            Schema.Field other = classSchema.getField(field.name());
            if (other != null) {
                pair(field.schema(), other.schema(), names, seen);
            }
        }
    }
}
