package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations and their replies. */
final class OperationAssembly {
    private final References references;
    private final KafkaBindings kafka;
    private final TraitMerge traits;
    private final Identities identities;
    private final Replicas replicas;

    OperationAssembly(
            References references,
            SchemaAssembly schemas,
            KafkaBindings kafka,
            TraitMerge traits,
            Identities identities) {
        this.references = references;
        this.kafka = kafka;
        this.traits = traits;
        this.identities = identities;
        this.replicas = new Replicas(schemas);
    }

    /** Makes the names its Avro schemas define known to all others. */
    void announce(Node written) {
        references.object(written).map(traits::apply).ifPresent(replicas::announce);
    }

    /** The operation; empty where its action or channel is not one. */
    Optional<Operation> read(String name, Node written) {
        ObjectNode node = references.object(written).map(traits::apply).orElse(null);
        if (node == null) {
            return Optional.empty();
        }
        Action action = action(node.string("action").orElse(""));
        Channel channel = node.get("channel").flatMap(identities::channel).orElse(null);
        return action == null || channel == null
                ? Optional.empty()
                : Optional.of(operation(name, node, action, channel));
    }

    private Operation operation(String name, ObjectNode node, Action action, Channel channel) {
        Optional<ObjectNode> binding = kafka.of(node);
        return new Operation(
                name,
                action,
                channel,
                messages(node, channel),
                references.object(node, "reply").map(this::reply).orElse(null),
                node.string("title").orElse(null),
                node.string("summary").orElse(null),
                node.string("description").orElse(null),
                binding.map(b -> kafka.theOnlyValue(b, "groupId")).orElse(null),
                binding.map(b -> kafka.theOnlyValue(b, "clientId")).orElse(null),
                Vocabulary.ofOperation(node, replicas),
                node);
    }

    private Reply reply(ObjectNode node) {
        Channel channel = node.get("channel").flatMap(identities::channel).orElse(null);
        return new Reply(
                references
                        .object(node, "address")
                        .flatMap(address -> address.string("location"))
                        .orElse(null),
                channel,
                channel == null ? List.of() : messages(node, channel),
                node);
    }

    private List<Message> messages(ObjectNode node, Channel channel) {
        Optional<ArrayNode> named = node.array("messages");
        return named.isEmpty()
                ? List.copyOf(channel.messages().values())
                : named.get().items().stream()
                        .flatMap(item -> identities.message(channel, item).stream())
                        .toList();
    }

    private static @Nullable Action action(String written) {
        return switch (written) {
            case "send" -> Action.SEND;
            case "receive" -> Action.RECEIVE;
            default -> null;
        };
    }
}
