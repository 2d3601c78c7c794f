package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fragments that name a type instead of a place: the specification's own example of a reference to Avro is {@code
 * user-create.avsc/#UserCreate} (Message Object, "Schema formats"), and people write {@code user.avsc#/User} as well.
 */
final class AvroFragment {
    private AvroFragment() {}

    /** The type of that name, simple or full, which a file of Avro schemas defines, outermost first. */
    static Optional<Node> typeNamed(Node root, String fragment) {
        String name = fragment.startsWith("/") ? fragment.substring(1) : fragment;
        if (root instanceof ObjectNode types && root.location().file().endsWith(".avdl")) {
            return name.isEmpty() ? Optional.empty() : types.get(name);
        }
        return name.isEmpty() || !root.location().file().endsWith(".avsc") ? Optional.empty() : find(root, name);
    }

    private static Optional<Node> find(Node node, String name) {
        if (node instanceof ObjectNode type && type.members().containsKey("type") && isNamed(type, name)) {
            return Optional.of(type);
        }
        return children(node)
                .map(child -> find(child, name).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where a definition can stand: a union's branches, a record's fields, and what a field, array or map is made of. */
    private static Stream<Node> children(Node node) {
        if (node instanceof ArrayNode list) {
            return list.items().stream();
        }
        return node instanceof ObjectNode object
                ? Stream.of("type", "fields", "items", "values").flatMap(member -> object.get(member).stream())
                : Stream.empty();
    }

    private static boolean isNamed(ObjectNode type, String name) {
        String simple = type.string("name").orElse("");
        boolean definition = List.of("record", "error", "enum", "fixed")
                .contains(type.string("type").orElse(""));
        return definition && (simple.equals(name) || (type.string("namespace").orElse("") + "." + simple).equals(name));
    }
}
