package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Whether a default is a value of its field's type (Avro 1.12, "Complex Types", field default values). */
final class DefaultCheck {
    /** A default within a default within …: deeper ones are let pass. */
    private static final int DEEPEST = 50;

    private final Names names;
    private final Outline outline;
    private final References references;

    DefaultCheck(Names names, Outline outline, References references) {
        this.names = names;
        this.outline = outline;
        this.references = references;
    }

    boolean fits(Node type, Node value, String namespace) {
        return fits(type, value, namespace, 0);
    }

    private boolean fits(Node type, Node value, String namespace, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        if (type instanceof ArrayNode union) {
            return union.items().stream().anyMatch(branch -> fits(branch, value, namespace, depth + 1));
        }
        if (type instanceof ObjectNode object) {
            if (object.string("$ref").isPresent()) {
                return references
                        .follow(object)
                        .map(target -> fits(target, value, namespace, depth + 1))
                        .orElse(true);
            }
            return object(object, value, namespace, depth);
        }
        return type.text().map(word -> word(word, value, namespace, depth)).orElse(true);
    }

    private boolean word(String word, Node value, String namespace, int depth) {
        Object scalar = value instanceof ScalarNode s ? s.value() : value;
        return switch (word) {
            case "null" -> scalar == null;
            case "boolean" -> scalar instanceof Boolean;
            case "int" -> scalar instanceof BigInteger i && i.bitLength() < Integer.SIZE;
            case "long" -> scalar instanceof BigInteger i && i.bitLength() < Long.SIZE;
            case "float", "double" -> scalar instanceof Number;
            case "string" -> scalar instanceof String;
            case "bytes" -> isBytes(scalar);
            default ->
                names.find(word, namespace, outline)
                        .map(found -> fits(found.node(), value, found.enclosing(), depth + 1))
                        .orElse(true);
        };
    }

    private boolean object(ObjectNode type, Node value, String namespace, int depth) {
        String word = type.string("type").orElse("");
        return switch (word) {
            case "enum" ->
                type.array("symbols")
                        .map(symbols -> symbols.items().stream()
                                .anyMatch(symbol -> symbol.text().isPresent()
                                        && symbol.text().equals(value.text())))
                        .orElse(true);
            case "fixed" -> isBytes(value.text().orElse(null));
            case "array" ->
                value instanceof ArrayNode list
                        && list.items().stream().allMatch(item -> inner(type, "items", item, namespace, depth));
            case "map" ->
                value instanceof ObjectNode map
                        && map.members().values().stream()
                                .allMatch(member -> inner(type, "values", member.value(), namespace, depth));
            case "record", "error" ->
                value instanceof ObjectNode object
                        && record(type, object, AvroName.namespaceOf(AvroName.of(type, namespace)), depth);
            case "" -> true;
            default -> word(word, value, namespace, depth);
        };
    }

    private boolean inner(ObjectNode type, String member, Node value, String namespace, int depth) {
        return type.get(member)
                .map(element -> fits(element, value, namespace, depth + 1))
                .orElse(true);
    }

    private boolean record(ObjectNode type, ObjectNode value, String namespace, int depth) {
        return type.array("fields").stream()
                .flatMap(fields -> fields.items().stream())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .allMatch(field -> {
                    Node given = value.get(field.string("name").orElse("")).orElse(null);
                    if (given == null) {
                        return field.members().containsKey("default");
                    }
                    return inner(field, "type", given, namespace, depth);
                });
    }

    /** Bytes are written as text, each character one byte. */
    private static boolean isBytes(@Nullable Object value) {
        return value instanceof String text && text.chars().allMatch(c -> c <= 0xFF);
    }
}
