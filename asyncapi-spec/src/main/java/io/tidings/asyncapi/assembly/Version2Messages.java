package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages of 2.x: traits over the message, and the format of the payload beside it. */
final class Version2Messages {
    private final References references;
    private final TraitMerge traits;
    private final IdentityHashMap<ObjectNode, ObjectNode> converted = new IdentityHashMap<>();

    Version2Messages(References references) {
        this.references = references;
        this.traits = new TraitMerge(references);
    }

    /** The message in the shape of 3.x, one and the same for all that refer to it; null where it leads nowhere. */
    @Nullable ObjectNode convert(Node written) {
        ObjectNode message = references.object(written).orElse(null);
        if (message == null) {
            return null;
        }
        ObjectNode known = converted.get(message);
        if (known == null) {
            known = shape(traits.applyOver(message));
            converted.put(message, known);
        }
        return known;
    }

    private static ObjectNode shape(ObjectNode message) {
        Node format = message.get("schemaFormat").orElse(null);
        Node payload = message.get("payload").orElse(null);
        Trees tree = Trees.at(message).allBut(Set.of("traits", "schemaFormat", "payload", "messageId", "oneOf"));
        if (format == null || payload == null) {
            return tree.with("payload", payload).build();
        }
        ObjectNode multiFormat = new ObjectNode(payload.location(), payload.pointer(), java.util.Map.of());
        return tree.with(
                        "payload",
                        Trees.at(multiFormat)
                                .with("schemaFormat", format)
                                .with("schema", payload)
                                .build())
                .build();
    }

    /** What the message is called in its channel: its id, else the component's key, else its name, else the operation's. */
    String keyOf(Node written, ObjectNode message, String operation) {
        String id = references
                .object(written)
                .flatMap(node -> node.string("messageId"))
                .orElse(null);
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
