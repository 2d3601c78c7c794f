package io.tidings.compat.json;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import io.tidings.asyncapi.source.Pointers;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON Schema that stands alone, and not in an AsyncAPI document. References are followed within it: by pointer, by {@code
 * $anchor} and by {@code $id}. Those that lead elsewhere are not followed: what they say is not decided.
 */
public final class SchemaDocument {

    private static final String FORMAT = "application/schema+json;version=draft-07";
    /** Of references that lead to references. */
    private static final int MOST_STEPS = 100;

    private final Node root;
    private final Map<String, Node> named = new HashMap<>();

    private SchemaDocument(Node root) {
        this.root = root;
        Nodes.walk(root).forEach(node -> {
            if (node instanceof ObjectNode object) {
                object.string("$anchor").ifPresent(name -> named.putIfAbsent("#" + name, node));
                object.string("$dynamicAnchor").ifPresent(name -> named.putIfAbsent("#" + name, node));
                object.string("$id").ifPresent(id -> named.putIfAbsent(id, node));
            }
        });
    }

    /** The schema whose tree this is: draft-07, or a later draft that it names in {@code $schema}. */
    public static JsonSchema of(Node root) {
        SchemaDocument document = new SchemaDocument(root);
        IdentityHashMap<Node, Node> targets = new IdentityHashMap<>();
        Nodes.walk(root).forEach(node -> document.end(node).ifPresent(end -> targets.put(node, end)));
        return new JsonSchemas(new Links(targets)).of(new MessageSchema.Json(FORMAT, root));
    }

    /** Where a reference leads in the end; empty for all else, and for references that lead round in circles. */
    private Optional<Node> end(Node node) {
        Optional<String> reference = reference(node);
        Optional<Node> end = Optional.empty();
        for (int i = 0; i < MOST_STEPS && reference.isPresent(); i++) {
            end = target(reference.get());
            reference = end.flatMap(SchemaDocument::reference);
        }
        return reference.isPresent() ? Optional.empty() : end;
    }

    private static Optional<String> reference(Node node) {
        return node instanceof ObjectNode object ? object.string("$ref") : Optional.empty();
    }

    private Optional<Node> target(String reference) {
        Node whole = named.get(reference);
        if (whole != null) {
            return Optional.of(whole);
        }
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        Node start = document.isEmpty() ? root : named.get(document);
        return start == null || !(pointer.isEmpty() || pointer.startsWith("/"))
                ? Optional.empty()
                : at(start, Pointers.tokens(pointer));
    }

    private static Optional<Node> at(Node start, List<String> tokens) {
        Optional<Node> node = Optional.of(start);
        for (String token : tokens) {
            node = node.flatMap(parent -> member(parent, token));
        }
        return node;
    }

    private static Optional<Node> member(Node parent, String token) {
        if (parent instanceof ArrayNode list && token.matches("\\d{1,6}")) {
            int index = Integer.parseInt(token);
            return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
        }
        return parent instanceof ObjectNode object ? object.get(token) : Optional.empty();
    }
}
