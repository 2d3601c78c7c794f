package io.tidings.site.schema;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.site.schema.Shape.Part;
import io.tidings.site.schema.Shape.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one JSON Schema, or Schema Object of AsyncAPI. Used once. */
final class JsonShapes {
    private final Links links;
    private final Room room = new Room();

    JsonShapes(Links links) {
        this.links = links;
    }

    Shape of(Node schema) {
        return shape(schema, "");
    }

    private Shape shape(Node written, String path) {
        Node node = links.follow(written);
        if (node instanceof ScalarNode scalar && scalar.value() instanceof Boolean allowed) {
            return Shape.plain(allowed ? "anything" : "nothing", null, List.of());
        }
        if (!(node instanceof ObjectNode schema)) {
            return Shape.plain("anything", null, List.of());
        }
        String name = name(written, schema);
        if (schema.string("$ref").isPresent() && schema.members().size() == 1) {
            return Shape.plain(name == null ? "a schema elsewhere" : name, null, List.of());
        }
        String seen = room.enter(schema, path);
        String description = schema.string("description").orElse(null);
        if (seen != null) {
            return new Shape(words(schema, name, null), description, JsonFacts.of(schema), List.of(), List.of(), seen);
        }
        Shape shape = unfolded(schema, name, description, path);
        room.leave(schema);
        return shape;
    }

    private Shape unfolded(ObjectNode schema, @Nullable String name, @Nullable String description, String path) {
        Shape items = items(schema, path);
        List<Row> rows = new ArrayList<>(rows(schema, path));
        List<Part> parts = new ArrayList<>();
        new JsonParts((part, at) -> shape(part, at)).of(schema, path, parts);
        if (items != null) {
            rows.addAll(items.rows());
            parts.addAll(items.parts());
        }
        String text = description == null && items != null ? items.description() : description;
        return new Shape(
                words(schema, name, items),
                text,
                JsonFacts.of(schema, items),
                rows,
                parts,
                items == null ? null : items.sameAs());
    }

    private @Nullable Shape items(ObjectNode schema, String path) {
        Node items = schema.get("items").orElse(null);
        if (items != null && !(items instanceof ArrayNode)) {
            return shape(items, path);
        }
        boolean map = schema.object("properties").isEmpty();
        Node values = schema.get("additionalProperties").map(links::follow).orElse(null);
        return map && values instanceof ObjectNode held ? shape(held, path) : null;
    }

    private List<Row> rows(ObjectNode schema, String path) {
        Set<String> required = schema.array("required").map(ArrayNode::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (Member member : schema.object("properties")
                .map(properties -> properties.members().values())
                .orElse(List.of())) {
            room.row();
            String at = Room.child(path, member.name());
            rows.add(new Row(
                    member.name(),
                    at,
                    required.contains(member.name()),
                    isTrue(member.value(), "deprecated"),
                    shape(member.value(), at)));
        }
        return rows;
    }

    private boolean isTrue(Node written, String keyword) {
        return links.follow(written) instanceof ObjectNode schema
                && schema.get(keyword).orElse(null) instanceof ScalarNode scalar
                && Boolean.TRUE.equals(scalar.value());
    }

    private static String words(ObjectNode schema, @Nullable String name, @Nullable Shape items) {
        String type = schema.get("type").map(JsonShapes::type).orElse("");
        if (items != null && (type.equals("array") || schema.get("items").isPresent())) {
            return "array of " + items.type();
        }
        if (items != null) {
            return "map from string to " + items.type();
        }
        if (type.isEmpty()) {
            type = implied(schema);
        }
        String format = schema.string("format").map(known -> " (" + known + ")").orElse("");
        boolean object = type.equals("object") || type.isEmpty();
        return object && name != null ? name : (type.isEmpty() ? "anything" : type) + format;
    }

    private static String type(Node type) {
        if (type instanceof ArrayNode several) {
            return several.items().stream()
                    .flatMap(item -> item.text().stream())
                    .collect(Collectors.joining(" or "));
        }
        return type.text().orElse("");
    }

    private static String implied(ObjectNode schema) {
        if (schema.object("properties").isPresent()) {
            return "object";
        }
        Node constant = schema.get("const")
                .or(() -> schema.array("enum")
                        .flatMap(values -> values.items().stream().findFirst()))
                .orElse(null);
        return constant == null ? "" : constant.kind();
    }

    /** What people call a schema: its title, or what the reference to it ends in. */
    private static @Nullable String name(Node written, ObjectNode schema) {
        String title = schema.string("title").orElse(null);
        if (title != null) {
            return title;
        }
        String reference =
                written instanceof ObjectNode object ? object.string("$ref").orElse("") : "";
        int hash = reference.indexOf("#/");
        return hash < 0 ? null : Pointers.last(reference.substring(hash + 1));
    }
}
