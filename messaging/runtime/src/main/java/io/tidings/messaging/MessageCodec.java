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
     * else's requests, and need not be decoded. Where its kind declares a header for it, that; where it does not say of which kind
     * it is, the first that one of the expected kinds declares; else the CloudEvents extension attribute {@code correlationid} in
     * Kafka's binary mode.
     */
    default Optional<String> correlationId(List<MessageType<?>> expected, EncodedMessage message) {
        // A header of one kind may mean something else in another
        String name = message.header("ce_type").map(HeaderText::of).orElse("");
        List<MessageType<?>> own =
                expected.stream().filter(kind -> kind.name().equals(name)).toList();
        return Stream.concat(
                        (own.isEmpty() ? expected : own)
                                .stream()
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
