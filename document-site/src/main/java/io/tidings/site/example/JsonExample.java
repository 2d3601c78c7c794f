package io.tidings.site.example;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A value of a JSON Schema. */
final class JsonExample {
    private static final int DEEPEST = 12;

    /** Where one of these stands, a value is not certain to fit. */
    private static final Set<String> BEYOND = Set.of(
            "not",
            "if",
            "dependentSchemas",
            "dependentRequired",
            "dependencies",
            "contains",
            "propertyNames",
            "patternProperties",
            "minProperties",
            "allOf",
            "anyOf",
            "oneOf");

    private final Links links;
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

    JsonExample(Links links) {
        this.links = links;
    }

    Optional<Node> of(Node schema) {
        return value(schema, "text");
    }

    private Optional<Node> value(Node written, String name) {
        Node node = links.follow(written);
        if (!(node instanceof ObjectNode schema) || schema.string("$ref").isPresent()) {
            return Optional.empty();
        }
        Optional<Node> given = given(schema);
        if (given.isPresent()) {
            return given;
        }
        if (open.size() > DEEPEST || open.putIfAbsent(schema, true) != null) {
            return Optional.empty();
        }
        Optional<Node> made = made(schema, name);
        open.remove(schema);
        return made;
    }

    private static Optional<Node> given(ObjectNode schema) {
        return schema.array("examples")
                .flatMap(examples -> examples.items().stream().findFirst())
                .or(() -> schema.get("const"))
                .or(() -> schema.get("default"))
                .or(() -> schema.array("enum")
                        .flatMap(values -> values.items().stream().findFirst()));
    }

    private Optional<Node> made(ObjectNode schema, String name) {
        if (schema.members().keySet().stream().anyMatch(BEYOND::contains)) {
            return Optional.empty();
        }
        return switch (type(schema)) {
            case "string" -> JsonScalars.string(schema, name);
            case "integer" -> JsonScalars.number(schema, true);
            case "number" -> JsonScalars.number(schema, false);
            case "boolean" -> Optional.of(Values.scalar(true));
            case "null" -> Optional.of(Values.scalar(null));
            case "array" -> array(schema, name);
            case "object" -> object(schema);
            default -> Optional.empty();
        };
    }

    private static String type(ObjectNode schema) {
        Node type = schema.get("type").orElse(null);
        if (type instanceof ArrayNode several && !several.items().isEmpty()) {
            return several.items().get(0).text().orElse("");
        }
        boolean object = type == null && schema.object("properties").isPresent();
        return object ? "object" : type == null ? "" : type.text().orElse("");
    }

    private Optional<Node> array(ObjectNode schema, String name) {
        long least = JsonScalars.limit(schema, "minItems", 0);
        Node items = schema.get("items").orElse(null);
        Optional<Node> item = items == null || items instanceof ArrayNode ? Optional.empty() : value(items, name);
        boolean room = JsonScalars.limit(schema, "maxItems", 1) >= 1;
        if (item.isPresent() && room && least <= 1) {
            return Optional.of(Values.array(List.of(item.get())));
        }
        return least == 0 ? Optional.of(Values.array(new ArrayList<>())) : Optional.empty();
    }

    private Optional<Node> object(ObjectNode schema) {
        Set<String> required = schema.array("required").map(ArrayNode::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .collect(Collectors.toSet());
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Member member : schema.object("properties")
                .map(properties -> properties.members().values())
                .orElse(List.of())) {
            Optional<Node> value = nothing(member.value()) ? Optional.empty() : value(member.value(), member.name());
            value.ifPresent(made -> fields.put(member.name(), made));
        }
        boolean whole = fields.keySet().containsAll(required)
                && fields.size() <= JsonScalars.limit(schema, "maxProperties", Integer.MAX_VALUE);
        return whole ? Optional.of(Values.object(fields)) : Optional.empty();
    }

    /** A schema {@code false} lets nothing through. */
    private boolean nothing(Node schema) {
        return links.follow(schema) instanceof ScalarNode;
    }
}
