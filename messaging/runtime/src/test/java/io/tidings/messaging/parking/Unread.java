package io.tidings.messaging.parking;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads nothing of a message: the handlers of these tests only ask where it came from. */
final class Unread implements MessageCodec {
    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
        Metadata metadata = Metadata.of(message.id(), "urn:test", "Order", Instant.EPOCH);
        return new Received<>(null, null, null, metadata, origin, Map.of());
    }
}
