package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through one schema: says what is wrong with its structure, and notes what it defines and uses. */
final class OutlineCheck {
    private final References references;
    private final Diagnostics diagnostics;
    private final NamedTypeCheck named;
    final Outline outline;
    private final IdentityHashMap<Node, Boolean> entered = new IdentityHashMap<>();

    OutlineCheck(String namespace, References references, Diagnostics diagnostics) {
        this.outline = new Outline(namespace);
        this.references = references;
        this.diagnostics = diagnostics;
        this.named = new NamedTypeCheck(this);
    }

    /** Checks a node that stands where a type is expected. */
    void type(Node node, String namespace) {
        if (node.text().isPresent()) {
            name(node, node.text().get(), namespace);
        } else if (node instanceof ArrayNode union) {
            union(union, namespace);
        } else if (node instanceof ObjectNode object) {
            object(object, namespace);
        } else {
            error("avro-type", "a schema is a name, a list or an object, not a " + node.kind(), node, null);
        }
    }

    private void name(Node at, String written, String namespace) {
        if (AvroName.PRIMITIVES.contains(written)) {
            return;
        }
        if (AvroName.COMPLEX.contains(written)) {
            error(
                    "avro-type",
                    "'" + written + "' needs an object around it",
                    at,
                    "write {\"type\": \"" + written + "\", ...} in place of the name");
            return;
        }
        outline.uses.add(new Outline.Use(at, written, namespace));
    }

    private void object(ObjectNode node, String namespace) {
        if (node.string("$ref").isPresent()) {
            included(node, namespace);
            return;
        }
        if (entered.put(node, true) != null) {
            return;
        }
        Node type = node.get("type").orElse(null);
        if (type == null) {
            error("avro-type-missing", "this schema lacks 'type'", node, typeHint(node));
            return;
        }
        String word = type.text().orElse(null);
        if (word == null) {
            error(
                    "avro-type",
                    "'type' of a schema is a name, not " + (type instanceof ArrayNode ? "a list" : "an object"),
                    type,
                    "write the inner schema without the object around it");
        } else if (AvroName.NAMED.contains(word)) {
            named.check(node, word, namespace);
        } else if (word.equals("array") || word.equals("map")) {
            String inner = word.equals("array") ? "items" : "values";
            node.get(inner)
                    .ifPresentOrElse(
                            element -> type(element, namespace),
                            () -> error(
                                    inner.equals("items") ? "avro-items-missing" : "avro-values-missing",
                                    "this " + word + " lacks '" + inner + "'",
                                    node,
                                    null));
        } else {
            name(type, word, namespace);
        }
        LogicalTypeCheck.check(node, diagnostics);
    }

    /** A {@code $ref} is no Avro, but AsyncAPI lets authors write one for a schema, and nothing else can be meant. */
    private void included(ObjectNode node, String namespace) {
        Optional<Node> target = references.follow(node);
        if (target.isEmpty()) {
            outline.broken = true;
        } else if (entered.put(node, true) == null) {
            type(
                    target.get(),
                    node.location().file().equals(target.get().location().file()) ? namespace : "");
        }
    }

    private void union(ArrayNode union, String namespace) {
        Set<String> kinds = new HashSet<>();
        for (Node branch : union.items()) {
            if (branch instanceof ArrayNode) {
                error("avro-union-nested", "a union holds no union", branch, "list its branches in the outer one");
                continue;
            }
            String kind = branchKind(branch, namespace);
            if (kind != null && !kinds.add(kind)) {
                error("avro-union-duplicate", "the union holds '" + kind + "' twice", branch, "remove one of them");
            }
            type(branch, namespace);
        }
    }

    /** What must differ between branches: the full name of named types, else the type. */
    private static @Nullable String branchKind(Node branch, String namespace) {
        String word = branch.text().orElse(null);
        if (branch instanceof ObjectNode object) {
            String type = object.string("type").orElse("");
            if (AvroName.NAMED.contains(type)) {
                return AvroName.of(object, namespace);
            }
            word = type.isEmpty() ? null : type;
        }
        if (word == null) {
            return null;
        }
        boolean builtIn = AvroName.PRIMITIVES.contains(word) || AvroName.COMPLEX.contains(word);
        return builtIn ? word : AvroName.qualify(word, namespace);
    }

    private static @Nullable String typeHint(ObjectNode node) {
        return DidYouMean.among("type", node.members().keySet())
                .map(near -> "did you mean 'type' by '" + near + "'?")
                .orElse("add \"type\": \"record\", or what it is");
    }

    /** The items of a list that must be texts; says which are not. */
    List<Node> texts(ArrayNode list, String code, String what) {
        List<Node> texts = new ArrayList<>();
        for (Node item : list.items()) {
            if (item.text().isPresent()) {
                texts.add(item);
            } else {
                error(code, what + " is a text, not a " + item.kind(), item, null);
            }
        }
        return texts;
    }

    void error(String code, String message, Node at, @Nullable String hint) {
        outline.broken = true;
        diagnostics.error(code, message, at, hint);
    }

    void error(io.tidings.asyncapi.diagnostic.Diagnostic diagnostic) {
        outline.broken = true;
        diagnostics.add(diagnostic);
    }
}
