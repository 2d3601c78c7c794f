package io.tidings.registry;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The records, enums and fixeds that a schema defines, by their full names. */
final class NamedTypes {

    private NamedTypes() {}

    /**
     * Adds all that the schema defines.
     *
     * @throws SchemaParseException if a name is known with another definition
     */
    static void collect(Schema schema, Map<String, Schema> known) {
        switch (schema.getType()) {
            case RECORD -> {
                if (add(schema, known)) {
                    schema.getFields().forEach(field -> collect(field.schema(), known));
                }
            }
            case ENUM, FIXED -> add(schema, known);
            case ARRAY -> collect(schema.getElementType(), known);
            case MAP -> collect(schema.getValueType(), known);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, known));
            default -> {}
        }
    }

    private static boolean add(Schema type, Map<String, Schema> known) {
        Schema present = known.putIfAbsent(type.getFullName(), type);
        if (present != null && !present.equals(type)) {
            throw new SchemaParseException("Two references define the type " + type.getFullName() + " differently");
        }
        return present == null;
    }
}
