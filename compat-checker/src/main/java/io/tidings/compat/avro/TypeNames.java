package io.tidings.compat.avro;

import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** How a type is called in a message. */
public final class TypeNames {

    private TypeNames() {}

    /** Its short name: {@code int}, {@code array<Line>}, {@code [null, string]}, {@code long (timestamp-millis)}. */
    public static String of(Schema schema) {
        String name = plain(schema);
        String logical = schema.getProp("logicalType");
        return logical == null || schema.getType() == Schema.Type.UNION ? name : name + " (" + logical + ")";
    }

    private static String plain(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "array<" + of(schema.getElementType()) + ">";
            case MAP -> "map<" + of(schema.getValueType()) + ">";
            case UNION -> schema.getTypes().stream().map(TypeNames::of).collect(Collectors.joining(", ", "[", "]"));
            default -> schema.getFullName();
        };
    }
}
