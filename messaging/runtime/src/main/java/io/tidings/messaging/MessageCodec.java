package io.tidings.messaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * The Correlation Identifier of a message, as far as its headers say: on a shared reply channel most replies answer somebody
     * else's requests, and need not be decoded. Where one of the expected kinds declares a header for it, that; else the
     * CloudEvents extension attribute {@code correlationid} in Kafka's binary mode.
     */
    default Optional<String> correlationId(List<MessageType<?>> expected, EncodedMessage message) {
        return Stream.concat(
                        expected.stream()
                                .map(MessageType::correlationId)
                                .filter(Place.Header.class::isInstance)
                                .map(place -> ((Place.Header) place).name()),
                        Stream.of("ce_correlationid"))
                .map(message::header)
                .flatMap(Optional::stream)
                .filter(value -> value.length > 0)
                .map(HeaderText::of)
                .findFirst();
    }
}
