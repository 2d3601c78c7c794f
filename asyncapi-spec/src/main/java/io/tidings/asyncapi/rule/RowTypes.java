package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** What the values of a row's fields, and keys, are called, and what can be done with them. */
final class RowTypes {
    private static final Set<Schema.Type> LOOKED_UP =
            Set.of(Schema.Type.STRING, Schema.Type.ENUM, Schema.Type.INT, Schema.Type.LONG, Schema.Type.BOOLEAN);

    private RowTypes() {}

    /** The type of a field, whether or not it may be null. */
    static Schema branch(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        List<Schema> others = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return others.size() == 1 ? others.get(0) : schema;
    }

    /** What a value is called, such as {@code long}, or the name of its record. */
    static String label(Schema schema) {
        Schema branch = branch(schema);
        LogicalType logical = branch.getLogicalType();
        if (logical != null) {
            return logical.getName();
        }
        return switch (branch.getType()) {
            case RECORD, ENUM, FIXED -> branch.getFullName();
            default -> branch.getType().getName();
        };
    }

    /** Whether equal values are found by one another: numbers with a fraction and compounds are not. */
    static boolean lookedUp(Schema schema) {
        return LOOKED_UP.contains(branch(schema).getType());
    }

    /** Whether a value is an integer that can count versions. */
    static boolean counts(Schema schema) {
        Schema branch = branch(schema);
        return (branch.getType() == Schema.Type.LONG || branch.getType() == Schema.Type.INT)
                && branch.getLogicalType() == null;
    }

    /** Whether a value can be a key that is called so: each int is a long, each UUID a text. */
    static boolean isKey(Schema value, String key) {
        String label = label(value);
        return label.equals(key)
                || (key.equals("long") && label.equals("int"))
                || (key.equals("string") && label.equals("uuid"));
    }

    /** What a key is called; empty where its schema does not say. */
    static Optional<String> keyLabel(MessageSchema key) {
        if (key instanceof MessageSchema.Avro avro) {
            return Optional.of(label(avro.schema()));
        }
        if (!(key instanceof MessageSchema.Json json) || !(json.node() instanceof ObjectNode schema)) {
            return Optional.empty();
        }
        String format = schema.string("format").orElse("");
        return switch (schema.string("type").orElse("")) {
            case "string" -> Optional.of(format.equals("uuid") ? "uuid" : "string");
            case "integer" -> Optional.of(format.equals("int32") ? "int" : "long");
            case "number" -> Optional.of(format.equals("float") ? "float" : "double");
            case "boolean" -> Optional.of("boolean");
            default -> Optional.empty();
        };
    }
}
