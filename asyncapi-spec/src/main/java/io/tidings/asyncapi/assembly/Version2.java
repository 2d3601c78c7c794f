package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a document of AsyncAPI 2.x the shape of 3.x, so that the rest need not know. {@code publish} and {@code subscribe}
 * name what a client may do: where a client publishes, the application receives. Every value keeps its place.
 */
public final class Version2 {
    private static final Set<String> OPERATIONS = Set.of("publish", "subscribe");

    private final ObjectNode root;
    private final References references;
    private final Version2Messages messages;
    private final Map<String, Node> operations = new LinkedHashMap<>();

    public Version2(ObjectNode root, References references) {
        this.root = root;
        this.references = references;
        this.messages = new Version2Messages(references);
    }

    /** The document in the shape of 3.x; references between its channels, operations and messages are followed. */
    public ObjectNode convert() {
        Trees tree = Trees.at(root).allBut(Set.of("info", "servers", "channels", "tags", "externalDocs"));
        tree.with("info", info());
        tree.with("servers", each(root, "servers", member -> server(member.value())));
        tree.with("channels", each(root, "channels", this::channel));
        Trees held = Trees.at(root);
        operations.forEach(held::with);
        tree.with("operations", held.build());
        root.object("components")
                .ifPresent(components -> tree.with(
                        "components",
                        Trees.at(components)
                                .allBut(Set.of("messages"))
                                .with(
                                        "messages",
                                        each(components, "messages", member -> messages.convert(member.value())))
                                .build()));
        return tree.build();
    }

    private @Nullable Node info() {
        return root.object("info")
                .map(info -> Trees.at(info)
                        .allBut(Set.of())
                        .with("tags", root.get("tags").orElse(null))
                        .with("externalDocs", root.get("externalDocs").orElse(null))
                        .build())
                .orElse(null);
    }

    private @Nullable ObjectNode server(Node written) {
        ObjectNode server = references.object(written).orElse(null);
        Node url = server == null ? null : server.get("url").orElse(null);
        if (server == null || url == null) {
            return server;
        }
        String address = url.text().orElse("").replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        int slash = address.indexOf('/');
        return Trees.at(server)
                .allBut(Set.of("url"))
                .with("host", Trees.text(url, slash < 0 ? address : address.substring(0, slash)))
                .with("pathname", slash < 0 ? null : Trees.text(url, address.substring(slash)))
                .build();
    }

    private @Nullable ObjectNode channel(Member member) {
        ObjectNode item = references.object(member.value()).orElse(null);
        if (item == null) {
            return null;
        }
        Map<String, ObjectNode> held = new LinkedHashMap<>();
        List<Version2Operation> parts = OPERATIONS.stream()
                .sorted()
                .flatMap(field -> item.object(field).stream()
                        .map(node -> Version2Operation.of(field, member.name(), node, references)))
                .toList();
        parts.forEach(part -> part.hold(messages, held));
        Trees holder = Trees.at(item);
        held.forEach(holder::with);
        Set<String> gone = new LinkedHashSet<>(OPERATIONS);
        gone.add("servers");
        ObjectNode channel = Trees.at(item)
                .allBut(gone)
                .with("address", Trees.text(member.keyLocation(), item.pointer(), member.name()))
                .with("messages", holder.build())
                .build();
        parts.forEach(part -> operation(part, channel));
        return channel;
    }

    /** Each has a name of its own, also where ids are not unique, which is a rule's to say: nothing gets lost. */
    private void operation(Version2Operation part, ObjectNode channel) {
        String name = part.name();
        for (int i = 2; operations.containsKey(name); i++) {
            name = part.name() + i;
        }
        operations.put(name, part.convert(channel));
    }

    private static @Nullable ObjectNode each(
            ObjectNode parent, String field, java.util.function.Function<Member, @Nullable ObjectNode> convert) {
        Optional<ObjectNode> holder = parent.object(field);
        if (holder.isEmpty()) {
            return null;
        }
        Map<String, Member> converted = new LinkedHashMap<>();
        for (Member member : holder.get().members().values()) {
            ObjectNode node = convert.apply(member);
            if (node != null) {
                converted.put(member.name(), new Member(member.name(), member.keyLocation(), node));
            }
        }
        return new ObjectNode(holder.get().location(), holder.get().pointer(), converted);
    }
}
