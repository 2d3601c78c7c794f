package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.ReferencePath;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Channels of 2.x and their operations. {@code publish} and {@code subscribe} name what a client may do: where a client
 * publishes, the application receives.
 */
final class Version2Channels {
    private static final List<String> OPERATIONS = List.of("publish", "subscribe");
    private static final Set<String> GONE = Set.of("publish", "subscribe", "servers", "deprecated", "parameters");

    private final References references;
    private final Losses losses;
    private final Version2Messages messages;
    private final Version2Parameters parameters;
    private final Version2Security security;
    private final Version2Bindings bindings;
    private final Version2Traits traits;
    private final Map<String, Member> servers;

    /** @param servers those of the document, converted */
    Version2Channels(
            ObjectNode root,
            References references,
            Losses losses,
            Version2Messages messages,
            Version2Security security,
            Map<String, Member> servers) {
        this.references = references;
        this.losses = losses;
        this.messages = messages;
        this.parameters = new Version2Parameters(root, references, losses);
        this.security = security;
        this.bindings = new Version2Bindings(references, losses);
        this.traits = new Version2Traits(root, "operationTraits", references, this::operation);
        this.servers = servers;
    }

    Version2Components parameters() {
        return parameters.components();
    }

    Version2Components traits() {
        return traits.components();
    }

    /**
     * Converts a channel.
     *
     * @param address its key, or null for a component, which has none of its own
     * @param operations where its operations go
     */
    @Nullable ObjectNode convert(Member member, @Nullable String address, List<Member> operations) {
        ObjectNode item = references.object(member.value()).orElse(null);
        if (item == null) {
            return null;
        }
        Map<String, Member> held = new LinkedHashMap<>();
        List<Version2Operation> parts = new ArrayList<>();
        for (String field : OPERATIONS) {
            item.object(field).map(traits::applied).ifPresent(node -> {
                Version2Operation part = new Version2Operation(field, member.name(), node);
                part.hold(messages, references, held);
                parts.add(part);
            });
        }
        ObjectNode channel = channel(item, address, member.keyLocation(), held);
        String holder = address == null ? "/components/channels" : "/channels";
        for (int i = 0, next = 0; i < OPERATIONS.size(); i++) {
            Optional<ObjectNode> written = item.object(OPERATIONS.get(i));
            if (written.isPresent()) {
                Version2Operation part = parts.get(next++);
                ObjectNode operation = part.convert(
                        traits.convert(written.get()),
                        channel,
                        Pointers.child(holder, member.name()),
                        held,
                        references);
                Node id = part.node().get("operationId").orElse(operation);
                operations.add(new Member(part.name(), id.location(), operation));
            }
        }
        return channel;
    }

    private ObjectNode channel(ObjectNode item, @Nullable String address, Location key, Map<String, Member> held) {
        Trees tree = Trees.at(Trees.object(item));
        if (address != null) {
            tree.with("address", Trees.text(key, item.pointer(), address));
        }
        if (!held.isEmpty()) {
            tree.with("messages", new ObjectNode(item.location(), item.pointer(), held));
        }
        for (Member member : item.members().values()) {
            if (!GONE.contains(member.name()) && !member.name().equals("$ref")) {
                tree.with(member);
            }
        }
        item.array("servers").ifPresent(names -> tree.with("servers", servers(names)));
        item.object("parameters").ifPresent(all -> tree.with("parameters", parameters(all)));
        bindings.of("Channel", item, tree);
        item.get("deprecated")
                .ifPresent(node ->
                        losses.add("convert-channel-deprecated", "in 3.x a channel cannot be deprecated", node, null));
        return tree.build();
    }

    /** None named is all of them, in either version. */
    private @Nullable Node servers(ArrayNode names) {
        List<Node> named = new ArrayList<>();
        for (Node name : names.items()) {
            Member server = servers.get(name.text().orElse(""));
            if (server != null) {
                String text = ReferencePath.fragment(Pointers.child("/servers", server.name()));
                named.add(references.link(Trees.reference(name, text), server.value()));
            }
        }
        return named.isEmpty() ? null : Trees.list(names, named);
    }

    private ObjectNode parameters(ObjectNode all) {
        Trees tree = Trees.at(all).allBut(Set.of());
        all.members()
                .values()
                .forEach(member ->
                        tree.replacing(member.name(), parameters.components().convert(member.value())));
        return tree.build();
    }

    /** An operation or a trait of one; the rest depends on the channel. */
    private ObjectNode operation(ObjectNode written) {
        Trees tree = Trees.at(written).allBut(Set.of("operationId"));
        security.requirements(written, tree);
        bindings.of("Operation", written, tree);
        return tree.build();
    }
}
