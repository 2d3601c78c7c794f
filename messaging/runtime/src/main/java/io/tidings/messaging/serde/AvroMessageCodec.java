package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.registry.SchemaRegistry;
import java.util.List;

/**
 * Messages in Confluent's wire format with CloudEvents headers. What others write with {@code KafkaAvroSerializer} it reads,
 * and the other way round. Safe for use by several threads; it does not close the registry.
 */
public final class AvroMessageCodec implements MessageCodec {

    private final EnvelopeCodec codec;

    public AvroMessageCodec(SchemaRegistry registry, CodecSettings settings) {
        this.codec = new EnvelopeCodec(
                settings,
                new KeyCoding(registry, settings),
                new AvroEncoding(registry, settings),
                new AvroDecoding(registry, settings));
    }

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        return codec.encode(message);
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Origin origin) {
        return codec.decode(channel, expected, message, origin);
    }
}
