package io.tidings.compat.registry;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.sync.plan.Part;
import io.tidings.sync.plan.SchemaUse.MessagePart;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts other schemas into a document. What belongs together stays so: an operation's messages are those of its channel. For
 * one use.
 */
final class Substitution {

    private final Map<MessagePart, MessageSchema.Avro> schemas;
    private final IdentityHashMap<Channel, Channel> channels = new IdentityHashMap<>();
    private final IdentityHashMap<Channel, IdentityHashMap<Message, Message>> messages = new IdentityHashMap<>();

    Substitution(Map<MessagePart, MessageSchema.Avro> schemas) {
        this.schemas = schemas;
    }

    AsyncApiDocument in(AsyncApiDocument document) {
        Map<String, Channel> substituted = new LinkedHashMap<>();
        document.channels().forEach((key, channel) -> substituted.put(key, channel(channel)));
        Map<String, Operation> operations = new LinkedHashMap<>();
        document.operations().forEach((key, operation) -> operations.put(key, operation(operation)));
        return new AsyncApiDocument(
                document.specVersion(),
                document.id(),
                document.codeName(),
                document.info(),
                document.defaultContentType(),
                document.servers(),
                substituted,
                operations,
                document.node(),
                document.source(),
                document.links());
    }

    private Channel channel(Channel channel) {
        Channel known = channels.get(channel);
        if (known != null) {
            return known;
        }
        Map<String, Message> own = new LinkedHashMap<>();
        channel.messages().forEach((key, message) -> own.put(key, message(channel, message)));
        Channel made = new Channel(
                channel.name(),
                channel.address(),
                channel.title(),
                channel.summary(),
                channel.description(),
                own,
                channel.parameters(),
                channel.kafka(),
                channel.extension(),
                channel.node());
        channels.put(channel, made);
        return made;
    }

    private Operation operation(Operation operation) {
        Reply reply = operation.reply();
        return new Operation(
                operation.name(),
                operation.action(),
                channel(operation.channel()),
                messages(operation.channel(), operation.messages()),
                reply == null ? null : reply(reply),
                operation.title(),
                operation.summary(),
                operation.description(),
                operation.groupId(),
                operation.clientId(),
                operation.extension(),
                operation.node());
    }

    private Reply reply(Reply reply) {
        Channel channel = reply.channel();
        return channel == null
                ? reply
                : new Reply(
                        reply.addressLocation(), channel(channel), messages(channel, reply.messages()), reply.node());
    }

    private List<Message> messages(Channel channel, List<Message> all) {
        return all.stream().map(message -> message(channel, message)).toList();
    }

    private Message message(Channel channel, Message message) {
        return messages.computeIfAbsent(channel, key -> new IdentityHashMap<>())
                .computeIfAbsent(message, key -> made(channel, message));
    }

    private Message made(Channel channel, Message message) {
        MessageSchema payload = schema(channel, message, Part.PAYLOAD, message.payload());
        MessageSchema key = schema(channel, message, Part.KEY, message.kafkaKey());
        return payload == message.payload() && key == message.kafkaKey()
                ? message
                : new Message(
                        message.key(),
                        message.name(),
                        message.title(),
                        message.summary(),
                        message.description(),
                        message.contentType(),
                        payload,
                        message.headers(),
                        message.declaredHeaders(),
                        key,
                        message.schemaIdLocation(),
                        message.schemaLookupStrategy(),
                        message.schemaIdEncoding(),
                        message.correlationIdLocation(),
                        message.codeName(),
                        message.node());
    }

    private @Nullable MessageSchema schema(
            Channel channel, Message message, Part part, @Nullable MessageSchema present) {
        MessageSchema.Avro other = schemas.get(new MessagePart(channel.name(), message.key(), part));
        return other == null ? present : other;
    }
}
