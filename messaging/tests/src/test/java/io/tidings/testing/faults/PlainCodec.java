package io.tidings.testing.faults;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Payloads that are text, with the headers that joining and deduplicating need: faults are not about schemas. */
final class PlainCodec implements MessageCodec {
    static final MessageType<String> TEXT = new MessageType<>("Text", String.class, Schema.create(Schema.Type.STRING));

    /** A payload that nobody can read. */
    static final String GARBAGE = "garbage";

    private static final String ID = "ce_id";
    private static final String CORRELATION = "ce_correlationid";

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        SendOptions options = message.options();
        String id = options.id() == null ? UUID.randomUUID().toString() : options.id();
        List<Header> headers = new ArrayList<>();
        headers.add(header(ID, id));
        if (options.correlationId() != null) {
            headers.add(header(CORRELATION, options.correlationId()));
        }
        return new EncodedMessage(
                id,
                message.address(),
                message.channel().keyType().encode(message.key()),
                String.valueOf(message.payload()).getBytes(StandardCharsets.UTF_8),
                headers);
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
        String text = text(message.value());
        if (text.equals(GARBAGE)) {
            throw new PoisonMessageException("Cannot be read", null);
        }
        Metadata metadata = Metadata.of(message.id(), "urn:faults", TEXT.name(), origin.timestamp())
                .withCorrelationId(
                        message.header(CORRELATION).map(PlainCodec::text).orElse(null));
        return new Received<>(
                channel.keyType().decode(message.key()), TEXT, text, metadata, origin, MessageHeaders.of(message));
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
