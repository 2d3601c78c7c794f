package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages of 2.x: traits win over the message, and the format of the payload stands beside it. */
final class Version2Messages {
    private static final Set<String> EXAMPLE = Set.of("headers", "payload", "name", "summary");
    private static final int DEEPEST = 20;

    private final References references;
    private final Losses losses;
    private final Version2Bindings bindings;
    private final Version2Traits traits;
    private final Version2Components components;

    Version2Messages(ObjectNode root, References references, Losses losses) {
        this.references = references;
        this.losses = losses;
        this.bindings = new Version2Bindings(references, losses);
        this.traits = new Version2Traits(root, "messageTraits", references, this::shape);
        this.components = new Version2Components(root, "messages", references, this::message);
    }

    Version2Components components() {
        return components;
    }

    Version2Components traits() {
        return traits.components();
    }

    /** The messages that a field {@code message} means: several where it leads to {@code oneOf}. */
    List<Node> alternatives(@Nullable Node written) {
        List<Node> all = new ArrayList<>();
        if (written != null) {
            alternatives(written, all, 0);
        }
        return all;
    }

    private void alternatives(Node written, List<Node> all, int depth) {
        List<Node> inner = references
                .object(written)
                .flatMap(object -> object.array("oneOf"))
                .map(ArrayNode::items)
                .orElse(List.of());
        if (inner.isEmpty() || depth > DEEPEST) {
            all.add(written);
        } else {
            inner.forEach(item -> alternatives(item, all, depth + 1));
        }
    }

    /** The message in the shape of 3.x, or a reference to it; null where it leads nowhere. */
    @Nullable Node convert(Node written) {
        return references.object(written).isEmpty() ? null : components.convert(written);
    }

    private @Nullable ObjectNode message(ObjectNode written) {
        return written.array("oneOf").isPresent() ? null : traits.convert(written);
    }

    /** The shape of a message or of a trait, whose own traits are seen to elsewhere. */
    private ObjectNode shape(ObjectNode message) {
        Trees tree = Trees.at(message).allBut(Set.of("schemaFormat", "messageId", "oneOf"));
        Node format = message.get("schemaFormat").orElse(null);
        Node payload = message.get("payload").orElse(null);
        if (format != null && payload != null) {
            tree.replacing(
                    "payload",
                    Trees.at(Trees.object(payload))
                            .with("schemaFormat", format)
                            .with("schema", payload)
                            .build());
        }
        bindings.of("Message", message, tree);
        message.array("examples").ifPresent(examples -> tree.replacing("examples", examples(examples)));
        return tree.build();
    }

    private @Nullable Node examples(ArrayNode examples) {
        List<Node> kept = new ArrayList<>();
        for (Node example : examples.items()) {
            if (example instanceof ObjectNode object
                    && object.members().keySet().stream()
                            .allMatch(name -> EXAMPLE.contains(name) || name.startsWith("x-"))
                    && object.get("headers").map(ObjectNode.class::isInstance).orElse(true)) {
                kept.add(object);
            } else {
                losses.add(
                        "convert-message-example",
                        "in 3.x an example of a message has headers and a payload: this one is left out",
                        example,
                        "write {headers: ..., payload: ...}");
            }
        }
        return kept.isEmpty() && !examples.items().isEmpty() ? null : Trees.list(examples, kept);
    }

    /** What the message is called in its channel: its id, else the component's key, else its name, else the operation's. */
    String keyOf(Node written, String operation) {
        ObjectNode message = references.object(written).map(traits::applied).orElseGet(() -> Trees.object(written));
        String id = message.string("messageId").orElse(null);
        if (id != null) {
            return id;
        }
        String reference =
                written instanceof ObjectNode object ? object.string("$ref").orElse("") : "";
        if (reference.contains("#/")) {
            return Pointers.last(reference.substring(reference.indexOf('#') + 1));
        }
        return message.string("name").orElse(operation + ".message");
    }
}
