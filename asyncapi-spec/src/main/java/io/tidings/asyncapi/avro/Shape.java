package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Definition;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One definition as a text that is the same however it is written: names in full, other definitions by name only, members in
 * one order, without documentation and aliases.
 */
final class Shape {
    private static final Set<String> IGNORED = Set.of("name", "namespace", "doc", "aliases");

    private final Names names;
    private final References references;

    Shape(Names names, References references) {
        this.names = names;
        this.references = references;
    }

    String of(Definition definition) {
        String namespace = AvroName.namespaceOf(definition.fullName());
        return members(definition.node(), namespace, definition.home());
    }

    private String members(ObjectNode node, String namespace, Outline home) {
        TreeMap<String, String> parts = new TreeMap<>();
        node.members().forEach((name, member) -> {
            if (!IGNORED.contains(name)) {
                parts.put(name, part(name, member.value(), namespace, home));
            }
        });
        return parts.toString();
    }

    private String part(String name, Node value, String namespace, Outline home) {
        return switch (name) {
            case "type", "items", "values" -> type(value, namespace, home);
            case "fields" ->
                value instanceof ArrayNode fields
                        ? fields.items().stream()
                                .map(field -> field(field, namespace, home))
                                .toList()
                                .toString()
                        : data(value);
            default -> data(value);
        };
    }

    private String field(Node node, String namespace, Outline home) {
        return node instanceof ObjectNode field
                ? field.string("name").orElse("") + members(field, namespace, home)
                : data(node);
    }

    private String type(Node node, String namespace, Outline home) {
        if (node instanceof ArrayNode union) {
            return union.items().stream()
                    .map(branch -> type(branch, namespace, home))
                    .collect(Collectors.joining("|", "(", ")"));
        }
        if (node instanceof ObjectNode object) {
            if (object.string("$ref").isPresent()) {
                return references
                        .follow(object)
                        .map(target -> type(target, namespace, home))
                        .orElse("?");
            }
            String word = object.string("type").orElse("");
            if (AvroName.NAMED.contains(word)) {
                return AvroName.of(object, namespace);
            }
            return object.members().size() == 1
                    ? type(object.get("type").orElse(object), namespace, home)
                    : members(object, namespace, home);
        }
        String word = node.text().orElse("");
        if (AvroName.PRIMITIVES.contains(word) || AvroName.COMPLEX.contains(word)) {
            return word;
        }
        return names.find(word, namespace, home).map(Definition::fullName).orElse(word);
    }

    private static String data(Node node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, String> parts = new TreeMap<>();
            object.members().forEach((name, member) -> parts.put(name, data(member.value())));
            return parts.toString();
        }
        return node instanceof ArrayNode array
                ? array.items().stream().map(Shape::data).toList().toString()
                : node.kind() + ":" + ((ScalarNode) node).value();
    }
}
