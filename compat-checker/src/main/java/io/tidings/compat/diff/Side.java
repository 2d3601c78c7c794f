package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.source.Node;
import io.tidings.compat.json.JsonSchema;
import io.tidings.compat.json.JsonSchemas;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the two documents, and who uses what in it. */
final class Side {

    private record Use(String channel, @Nullable String message) {}

    private final AsyncApiDocument document;
    private final PlainValue values;
    private final JsonSchemas schemas;
    private final Map<Use, Set<Action>> roles = new HashMap<>();
    private final Map<Use, String> operations = new LinkedHashMap<>();

    Side(AsyncApiDocument document) {
        this.document = document;
        this.values = new PlainValue(document.node());
        this.schemas = new JsonSchemas(document.links());
        for (Operation operation : document.operations().values()) {
            use(operation, operation.channel(), operation.messages(), operation.action());
            Reply reply = operation.reply();
            if (reply != null && reply.channel() != null) {
                // Who asks is answered: on the reply's channel the roles are exchanged.
                use(
                        operation,
                        reply.channel(),
                        reply.messages(),
                        operation.action().inverse());
            }
        }
    }

    AsyncApiDocument document() {
        return document;
    }

    JsonSchema schema(MessageSchema.Json schema) {
        return schemas.of(schema);
    }

    /** A field of an element, as a value without places. */
    Object value(Element element, String field) {
        return values.of(element.node().get(field).orElse(null));
    }

    Object value(@Nullable Node node) {
        return values.of(node);
    }

    /** What the application does with a message of a channel; or with the channel, where no operation names the message. */
    Set<Action> roles(Channel channel, @Nullable Message message) {
        Set<Action> ofChannel = roles.getOrDefault(new Use(channel.name(), null), Set.of());
        return message == null ? ofChannel : roles.getOrDefault(new Use(channel.name(), message.key()), ofChannel);
    }

    /** The first operation that uses a message, or else its channel. */
    @Nullable String operation(Channel channel, @Nullable Message message) {
        String ofChannel = operations.get(new Use(channel.name(), null));
        return message == null ? ofChannel : operations.getOrDefault(new Use(channel.name(), message.key()), ofChannel);
    }

    /** How long messages of a channel can be read: what the document declares, else what its binding or servers mean. */
    Retention retention(Channel channel) {
        Retention declared = channel.extension().retention();
        if (declared != null) {
            return declared;
        }
        if (channel.kafka() != null && channel.kafka().compacted()) {
            return Retention.COMPACTED;
        }
        // A document that names no server may well mean Kafka: the careful answer is that messages stay.
        boolean elsewhere = channel.kafka() == null
                && !document.servers().isEmpty()
                && document.servers().values().stream()
                        .noneMatch(server -> server.protocol().startsWith("kafka"));
        return elsewhere ? Retention.TRANSIENT : Retention.RETAINED;
    }

    private void use(Operation operation, Channel channel, List<Message> messages, Action action) {
        note(new Use(channel.name(), null), operation, action);
        messages.forEach(message -> note(new Use(channel.name(), message.key()), operation, action));
    }

    private void note(Use use, Operation operation, Action action) {
        roles.computeIfAbsent(use, u -> EnumSet.noneOf(Action.class)).add(action);
        operations.putIfAbsent(use, operation.name());
    }
}
