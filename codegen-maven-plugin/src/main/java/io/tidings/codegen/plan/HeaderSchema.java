package io.tidings.codegen.plan;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a header's schema says of its values.
 *
 * @param texts those it may have, where they are listed; a single one is always the same
 * @param nullable whether it may be null, so that a message may be without it
 * @param doubt why its values are handed over as text, where that was not to be expected
 */
record HeaderSchema(
        HeaderKind kind,
        List<String> texts,
        boolean nullable,
        Documentation documentation,
        @Nullable String doubt) {

    HeaderSchema {
        texts = List.copyOf(texts);
    }

    /** Of JSON Schemas that all hold. */
    static HeaderSchema of(List<Node> schemas) {
        List<ObjectNode> objects = schemas.stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
        List<String> types = objects.stream()
                .map(HeaderSchema::types)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean nullable = types.contains("null");
        List<String> values =
                types.stream().filter(type -> !type.equals("null")).distinct().toList();
        List<String> texts = objects.stream()
                .map(HeaderSchema::texts)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        Documentation documentation = objects.stream()
                .map(node -> Documentation.of(
                        node.string("title").orElse(null),
                        null,
                        node.string("description").orElse(null)))
                .filter(found -> !found.paragraphs().isEmpty())
                .findFirst()
                .orElse(Documentation.NONE);
        String format = objects.stream()
                .flatMap(node -> node.string("format").stream())
                .findFirst()
                .orElse("");
        if (values.size() > 1) {
            return new HeaderSchema(
                    HeaderKind.STRING, List.of(), nullable, documentation, "it is " + String.join(" or ", values));
        }
        String type = values.isEmpty() ? "string" : values.get(0);
        HeaderKind kind = kind(type, format);
        boolean choice = kind == HeaderKind.STRING && texts.size() > 1;
        return new HeaderSchema(
                choice ? HeaderKind.CHOICE : kind,
                choice || texts.size() == 1 ? texts : List.of(),
                nullable,
                documentation,
                type.equals("object") || type.equals("array") ? "Kafka's headers hold no " + type + "s" : null);
    }

    private static HeaderKind kind(String type, String format) {
        return switch (type) {
            case "integer" -> format.equals("int32") ? HeaderKind.INTEGER : HeaderKind.LONG;
            case "number" -> HeaderKind.DOUBLE;
            case "boolean" -> HeaderKind.BOOLEAN;
            case "string" ->
                switch (format) {
                    case "uuid" -> HeaderKind.UUID;
                    case "date-time" -> HeaderKind.INSTANT;
                    case "date" -> HeaderKind.DATE;
                    default -> HeaderKind.STRING;
                };
            default -> HeaderKind.STRING;
        };
    }

    private static List<String> types(ObjectNode schema) {
        return schema.array("type")
                .map(several -> several.items().stream()
                        .map(Node::text)
                        .flatMap(Optional::stream)
                        .toList())
                .orElseGet(() -> schema.string("type").stream().toList());
    }

    /** {@code const}, or {@code enum}; as headers have them. */
    private static List<String> texts(ObjectNode schema) {
        Stream<Node> listed = schema.get("const").isPresent()
                ? schema.get("const").stream()
                : schema.array("enum").map(ArrayNode::items).orElse(List.of()).stream();
        return listed.filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).value())
                .filter(Objects::nonNull)
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                .distinct()
                .toList();
    }

    /** Of a field of an Avro record. */
    static HeaderSchema of(Schema.Field field) {
        Schema schema = field.schema();
        boolean nullable = schema.isNullable();
        List<Schema> branches = schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .toList()
                : List.of(schema);
        Documentation documentation = Documentation.of(null, null, field.doc());
        if (branches.size() != 1) {
            return new HeaderSchema(HeaderKind.STRING, List.of(), nullable, documentation, "it is an Avro union");
        }
        Schema only = branches.get(0);
        LogicalType logical = only.getLogicalType();
        String meaning = logical == null ? "" : logical.getName();
        boolean time = meaning.startsWith("timestamp-");
        return switch (only.getType()) {
            case STRING -> plain(meaning.equals("uuid") ? HeaderKind.UUID : HeaderKind.STRING, nullable, documentation);
            case INT -> plain(meaning.equals("date") ? HeaderKind.DATE : HeaderKind.INTEGER, nullable, documentation);
            case LONG -> plain(time ? HeaderKind.INSTANT : HeaderKind.LONG, nullable, documentation);
            case FLOAT, DOUBLE -> plain(HeaderKind.DOUBLE, nullable, documentation);
            case BOOLEAN -> plain(HeaderKind.BOOLEAN, nullable, documentation);
            case ENUM ->
                new HeaderSchema(
                        only.getEnumSymbols().size() == 1 ? HeaderKind.STRING : HeaderKind.CHOICE,
                        only.getEnumSymbols(),
                        nullable,
                        documentation,
                        null);
            default ->
                new HeaderSchema(
                        HeaderKind.STRING,
                        List.of(),
                        nullable,
                        documentation,
                        "Kafka's headers hold no Avro " + only.getType().getName());
        };
    }

    private static HeaderSchema plain(HeaderKind kind, boolean nullable, Documentation documentation) {
        return new HeaderSchema(kind, List.of(), nullable, documentation, null);
    }
}
