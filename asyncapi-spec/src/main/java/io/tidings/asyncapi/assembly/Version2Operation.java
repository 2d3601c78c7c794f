package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One operation of a 2.x channel, on its way to be one of 3.x. */
final class Version2Operation {
    private final String field;
    private final String name;
    private final ObjectNode node;
    private final References references;
    private final List<Node> messages = new ArrayList<>();

    private Version2Operation(String field, String name, ObjectNode node, References references) {
        this.field = field;
        this.name = name;
        this.node = node;
        this.references = references;
    }

    static Version2Operation of(String field, String channel, ObjectNode written, References references) {
        ObjectNode node = new TraitMerge(references).applyOver(written);
        String name = node.string("operationId").orElse(channel + "." + field);
        return new Version2Operation(field, name, node, references);
    }

    /** Its {@code operationId}, or else the channel's key and the field, as the official converter names it. */
    String name() {
        return name;
    }

    ObjectNode node() {
        return node;
    }

    /** Puts its messages among those of the channel, each of which has one key. */
    void hold(Version2Messages converter, Map<String, ObjectNode> channel) {
        for (Node written : alternatives()) {
            ObjectNode message = converter.convert(written);
            if (message == null) {
                continue;
            }
            String key = converter.keyOf(written, message, name);
            String free = key;
            for (int i = 2; channel.containsKey(free) && !message.equals(channel.get(free)); i++) {
                free = key + i;
            }
            channel.put(free, message);
            messages.add(message);
        }
    }

    ObjectNode convert(ObjectNode channel) {
        return Trees.at(node)
                .allBut(Set.of("operationId", "message", "traits"))
                .with("action", Trees.text(node, field.equals("publish") ? "receive" : "send"))
                .with("channel", channel)
                .with("messages", Trees.list(node, messages))
                .build();
    }

    private List<Node> alternatives() {
        Node message = node.get("message").orElse(null);
        if (message == null) {
            return List.of();
        }
        return references
                .object(message)
                .flatMap(object -> object.array("oneOf"))
                .map(ArrayNode::items)
                .orElse(List.of(message));
    }
}
