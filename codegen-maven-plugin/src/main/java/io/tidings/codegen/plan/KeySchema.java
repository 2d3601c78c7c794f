package io.tidings.codegen.plan;

import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a key's schema makes of it.
 *
 * @param kind bytes where nothing better can be had
 * @param named the record, enum or fixed of {@link KeyKind#AVRO}; null for all others
 * @param untyped why it is bytes; null unless its schema says more than that
 */
record KeySchema(
        KeyKind kind, @Nullable Schema named, @Nullable String untyped) {

    private static KeySchema of(KeyKind kind) {
        return new KeySchema(kind, null, null);
    }

    private static KeySchema bytes(String why) {
        return new KeySchema(KeyKind.BYTES, null, why);
    }

    static KeySchema of(@Nullable MessageSchema key) {
        if (key == null) {
            return of(KeyKind.NONE);
        }
        if (key instanceof MessageSchema.Avro avro) {
            return of(branch(avro.schema()));
        }
        if (key instanceof MessageSchema.Json json && json.node() instanceof ObjectNode schema) {
            return of(schema);
        }
        return bytes("no codec is generated for " + key.schemaFormat());
    }

    /** A key may be absent, whatever its schema says of null. */
    static Schema branch(Schema key) {
        if (key.getType() != Schema.Type.UNION) {
            return key;
        }
        List<Schema> others = key.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return others.size() == 1 ? others.get(0) : key;
    }

    private static KeySchema of(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> of("uuid".equals(schema.getProp("logicalType")) ? KeyKind.UUID : KeyKind.STRING);
            case LONG -> of(KeyKind.LONG);
            case INT -> of(KeyKind.INTEGER);
            case FLOAT -> of(KeyKind.FLOAT);
            case DOUBLE -> of(KeyKind.DOUBLE);
            case BOOLEAN -> of(KeyKind.BOOLEAN);
            case BYTES -> of(KeyKind.BYTES);
            case RECORD, ENUM, FIXED -> new KeySchema(KeyKind.AVRO, schema, null);
            case UNION -> bytes("a union of several types is no class");
            case ARRAY, MAP, NULL -> bytes(schema.getType().getName() + " is no class; a record with such a field is");
        };
    }

    private static KeySchema of(ObjectNode schema) {
        String format = schema.string("format").orElse("");
        return switch (typeOf(schema).orElse("")) {
            case "string" -> of(format.equals("uuid") ? KeyKind.UUID : KeyKind.STRING);
            case "integer" -> of(format.equals("int32") ? KeyKind.INTEGER : KeyKind.LONG);
            case "number" -> of(format.equals("float") ? KeyKind.FLOAT : KeyKind.DOUBLE);
            case "boolean" -> of(KeyKind.BOOLEAN);
            case "object", "array" ->
                bytes(
                        "equal keys must have equal bytes, and JSON has many texts for one value: its members have no order,"
                                + " and spaces mean nothing");
            default -> bytes("its schema does not say one type");
        };
    }

    /** The one type that is not null. */
    private static Optional<String> typeOf(ObjectNode schema) {
        Optional<ArrayNode> several = schema.array("type");
        if (several.isEmpty()) {
            return schema.string("type");
        }
        List<String> types = several.get().items().stream()
                .map(Node::text)
                .flatMap(Optional::stream)
                .filter(type -> !type.equals("null"))
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    /** For messages to people. */
    String label() {
        return named == null ? kind.label() : named.getType().getName() + " " + named.getFullName();
    }

    /** Whether a map is in it, whose entries have no order. */
    boolean hasMap() {
        return named != null && hasMap(named, new HashSet<>());
    }

    private static boolean hasMap(Schema schema, Set<String> seen) {
        return switch (schema.getType()) {
            case MAP -> true;
            case RECORD ->
                seen.add(schema.getFullName())
                        && schema.getFields().stream().anyMatch(field -> hasMap(field.schema(), seen));
            case ARRAY -> hasMap(schema.getElementType(), seen);
            case UNION -> schema.getTypes().stream().anyMatch(branch -> hasMap(branch, seen));
            default -> false;
        };
    }
}
