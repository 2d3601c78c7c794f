package io.tidings.compat.avro;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** How a type is called in a message. */
public final class TypeNames {

    /** How many branches of a union are named: nobody reads more. */
    private static final int MOST = 12;

    private TypeNames() {}

    /** Its short name: {@code int}, {@code array<Line>}, {@code [null, string]}, {@code long (timestamp-millis)}. */
    public static String of(Schema schema) {
        String name = plain(schema);
        String logical = schema.getProp("logicalType");
        return logical == null || schema.getType() == Schema.Type.UNION ? name : name + " (" + logical + ")";
    }

    /** Whether a type has a name of its own: a record, an enum, a fixed. */
    public static boolean named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            default -> false;
        };
    }

    private static String plain(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "array<" + of(schema.getElementType()) + ">";
            case MAP -> "map<" + of(schema.getValueType()) + ">";
            case UNION -> union(schema.getTypes());
            default -> schema.getFullName();
        };
    }

    private static String union(List<Schema> branches) {
        String more = branches.size() > MOST ? ", and " + (branches.size() - MOST) + " more" : "";
        return branches.stream().limit(MOST).map(TypeNames::of).collect(Collectors.joining(", ", "[", more + "]"));
    }
}
