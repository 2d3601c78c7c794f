package io.tidings.codegen.migration;

import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;

/** What a type is called where people read of it: by the names that travel, without namespaces. */
final class TypeText {

    private TypeText() {}

    /** Such as {@code int}, {@code array<Line>}, {@code [null, string]}, {@code decimal(9, 2)}. */
    static String of(Schema schema) {
        if (schema.getLogicalType() instanceof Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")";
        }
        String logical = schema.getProp("logicalType");
        return logical == null || schema.isUnion() ? plain(schema) : plain(schema) + " (" + logical + ")";
    }

    private static String plain(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "array<" + of(schema.getElementType()) + ">";
            case MAP -> "map<" + of(schema.getValueType()) + ">";
            case UNION -> schema.getTypes().stream().map(TypeText::of).collect(Collectors.joining(", ", "[", "]"));
            case FIXED -> WireNames.simple(schema) + " of " + schema.getFixedSize() + " bytes";
            case RECORD, ENUM -> WireNames.simple(schema);
            default -> schema.getName();
        };
    }
}
