package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.ReferencePath;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One operation of a 2.x channel, on its way to be one of 3.x. */
final class Version2Operation {
    private final String field;
    private final String name;
    private final ObjectNode node;
    private final List<String> messages = new ArrayList<>();

    /** @param node in the shape of 2.x, traits applied */
    Version2Operation(String field, String channel, ObjectNode node) {
        this.field = field;
        this.name = node.string("operationId").orElse(channel + "." + field);
        this.node = node;
    }

    /** Its {@code operationId}, or else the channel's key and the field, as the official converter names it. */
    String name() {
        return name;
    }

    ObjectNode node() {
        return node;
    }

    /** Puts its messages among those of the channel, each of which has one key. */
    void hold(Version2Messages converter, References references, Map<String, Member> channel) {
        for (Node written : converter.alternatives(node.get("message").orElse(null))) {
            Node message = converter.convert(written);
            if (message == null) {
                continue;
            }
            String key = converter.keyOf(written, name);
            String free = key;
            for (int i = 2; channel.containsKey(free) && !same(channel, free, message, references); i++) {
                free = key + i;
            }
            channel.putIfAbsent(free, new Member(free, written.location(), message));
            if (!messages.contains(free)) {
                messages.add(free);
            }
        }
    }

    private static boolean same(Map<String, Member> channel, String key, Node message, References references) {
        Node held = Objects.requireNonNull(channel.get(key)).value();
        return references.follow(held).orElse(held)
                == references.follow(message).orElse(message);
    }

    /** @param written the operation in the shape of 3.x but for what it takes from around it */
    ObjectNode convert(
            ObjectNode written, ObjectNode channel, String pointer, Map<String, Member> held, References references) {
        List<ObjectNode> named = messages.stream()
                .map(key -> references.link(
                        Trees.reference(node, ReferencePath.fragment(Pointers.child(pointer + "/messages", key))),
                        Objects.requireNonNull(held.get(key)).value()))
                .toList();
        Trees tree = Trees.at(Trees.object(written))
                .with("action", Trees.text(node, field.equals("publish") ? "receive" : "send"))
                .with("channel", references.link(Trees.reference(node, ReferencePath.fragment(pointer)), channel));
        written.members().values().forEach(member -> tree.with(member));
        return held.isEmpty()
                ? tree.replacing("message", null).build()
                : tree.renaming("message", "messages", Trees.list(node, named)).build();
    }
}
