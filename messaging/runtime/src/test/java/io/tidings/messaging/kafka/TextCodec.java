package io.tidings.messaging.kafka;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Payloads that are text, for tests that need no schemas; "garbage" cannot be read. */
final class TextCodec implements MessageCodec {

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        String text = String.valueOf(message.payload());
        String id = message.options().id();
        return new EncodedMessage(
                id == null ? text : id,
                message.address(),
                message.channel().keyType().encode(message.key()),
                text.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
        byte[] value = message.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        if (text.equals("garbage")) {
            throw new PoisonMessageException("Cannot be read", null);
        }
        Metadata metadata = Metadata.of(message.id(), "test", "Text", origin.timestamp());
        return new Received<K, String>(channel.keyType().decode(message.key()), null, text, metadata, origin, Map.of());
    }
}
