package io.tidings.messaging;

import java.util.List;

/** Turns messages into what travels, and back. Safe for use by several threads. */
public interface MessageCodec {

    /**
     * Encodes a message: payload, headers, and the metadata that its options leave out.
     *
     * @throws MessagingException poison if the payload does not fit its schema, transient if the registry is away
     */
    <K, V> EncodedMessage encode(OutgoingMessage<K, V> message);

    /**
     * Decodes a message into the expected kind that its writer's schema names.
     *
     * @throws MessagingException poison if it cannot be read, transient if the registry is away
     */
    <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin);
}
