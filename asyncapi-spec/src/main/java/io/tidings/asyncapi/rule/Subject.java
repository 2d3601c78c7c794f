package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.schema.Schemas;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at.
 *
 * @param document the model
 * @param written the document as it was written: of 2.x not what it was given the shape of
 * @param byType the objects of each type of the grammar, as written, wherever they stand: components, traits and other
 *     files too
 * @param references how to follow a reference that the model no longer shows
 * @param schemas what stands inside messages
 * @param messages every message, those of channels and those that nobody uses, each once
 */
public record Subject(
        AsyncApiDocument document,
        ObjectNode written,
        Map<String, List<ObjectNode>> byType,
        References references,
        Schemas schemas,
        List<Message> messages) {

    /** Whether the user wrote in the terms of 2.x. */
    boolean is2() {
        return document.specVersion().startsWith("2.");
    }

    /** All objects of a type of the grammar, such as {@code Server}, in the order of their places. */
    List<ObjectNode> all(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** What a user would call an operation: in 2.x one without an id has no name. */
    String title(Operation operation) {
        String field = operation.action() == Action.RECEIVE ? "publish" : "subscribe";
        return is2() && operation.name().equals(operation.channel().name() + "." + field)
                ? "'" + field + "' of '" + operation.channel().name() + "'"
                : "the operation '" + operation.name() + "'";
    }

    /** A channel's servers: those it names, or else all. */
    List<Server> serversOf(Channel channel) {
        ObjectNode node = written.object("channels")
                .flatMap(channels -> channels.get(channel.name()))
                .flatMap(references::object)
                .orElse(channel.node());
        List<Node> named = items(node, "servers");
        return document.servers().values().stream()
                .filter(server -> named.isEmpty() || named.stream().anyMatch(item -> names(item, server)))
                .toList();
    }

    private boolean names(Node item, Server server) {
        Node written = written()
                .object("servers")
                .flatMap(servers -> servers.get(server.name()))
                .orElse(null);
        return written != null
                && (is2() ? item.text().filter(server.name()::equals).isPresent() : hop(item) == written);
    }

    /** Whether records on a channel go through Kafka. */
    boolean overKafka(Channel channel) {
        List<Server> servers = serversOf(channel);
        return channel.kafka() != null
                || (!servers.isEmpty() && servers.stream().allMatch(Subject::isKafka));
    }

    static boolean isKafka(Server server) {
        return server.protocol().equals("kafka") || server.protocol().equals("kafka-secure");
    }

    /** The Kafka binding of a server, channel, operation or message. */
    Optional<ObjectNode> kafka(ObjectNode holder) {
        return references.object(holder, "bindings").flatMap(bindings -> references.object(bindings, "kafka"));
    }

    /** The node that a reference names, as written; null where it leads nowhere or is none. */
    @Nullable Node hop(Node reference) {
        return reference instanceof ObjectNode object && object.string("$ref").isPresent()
                ? references.resolve(object).hop()
                : null;
    }

    static Collection<Member> members(ObjectNode node, String field) {
        return node.object(field).map(held -> held.members().values()).orElse(List.of());
    }

    static List<Node> items(ObjectNode node, String field) {
        return node.array(field).map(ArrayNode::items).orElse(List.of());
    }

    /** Whether a node is, by identity, the value of a member of a field of the holder. */
    static boolean holds(ObjectNode holder, String field, Node node) {
        ObjectNode members = holder.object(field).orElse(null);
        if (members == null) {
            return false;
        }
        // Mostly its pointer says its name; what was made from 2.x keeps the pointer that it had there.
        return members.get(Pointers.last(node.pointer())).orElse(null) == node
                || members.members().values().stream().anyMatch(member -> member.value() == node);
    }
}
