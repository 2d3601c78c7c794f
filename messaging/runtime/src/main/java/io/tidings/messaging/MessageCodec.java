package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

    /**
     * The Correlation Identifier of a message, without decoding it: on a shared reply channel most replies answer somebody
     * else's requests. By default the CloudEvents extension attribute {@code correlationid} in Kafka's binary mode.
     */
    default Optional<String> correlationId(EncodedMessage message) {
        return message.header("ce_correlationid").map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
