package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A message in a dead letter channel, and why it is there.
 *
 * @param position where it stands in its partition of the dead letter channel
 * @param message as it was read: without the headers that make it a dead letter
 * @param origin where it was read
 * @param time when it was set aside
 * @param attempts how often it was tried; 0 if it only waits behind another of its key
 * @param reason what went wrong, for people; of one that waits, that it waits
 * @param exception the class of what was thrown; empty of one that waits
 * @param behind the offset of the message that it waits behind
 */
public record DeadLetter(
        long position,
        EncodedMessage message,
        Received.Origin origin,
        Instant time,
        int attempts,
        String reason,
        String exception,
        OptionalLong behind) {

    /** The header that holds the message id in CloudEvents' Kafka binding; what has none is named by its place. */
    private static final String ID = "ce_id";

    /** Reads a letter as {@link DeadLetters#letter} wrote it; what others put there is taken as it is, from the place 0-0. */
    public static DeadLetter of(long position, EncodedMessage letter) {
        Received.Origin origin = new Received.Origin(
                text(letter, DeadLetters.TOPIC, ""),
                (int) number(letter, DeadLetters.PARTITION),
                number(letter, DeadLetters.OFFSET),
                Instant.ofEpochMilli(number(letter, DeadLetters.TIMESTAMP)));
        EncodedMessage message = new EncodedMessage(
                text(letter, ID, origin.address() + "-" + origin.partition() + "-" + origin.offset()),
                origin.address(),
                letter.key(),
                letter.value(),
                original(letter.headers()));
        return new DeadLetter(
                position,
                message,
                origin,
                Instant.ofEpochMilli(number(letter, DeadLetters.TIME)),
                (int) number(letter, DeadLetters.ATTEMPTS),
                text(letter, DeadLetters.REASON, ""),
                text(letter, DeadLetters.EXCEPTION, ""),
                letter.header(DeadLetters.BEHIND).isPresent()
                        ? OptionalLong.of(number(letter, DeadLetters.BEHIND))
                        : OptionalLong.empty());
    }

    /** Those that make it a letter stand last, the reason first of them; a letter may be about a letter. */
    private static List<EncodedMessage.Header> original(List<EncodedMessage.Header> headers) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(DeadLetters.REASON)) {
                return headers.subList(0, i);
            }
        }
        return headers;
    }

    private static String text(EncodedMessage letter, String header, String otherwise) {
        return letter.header(header)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(otherwise);
    }

    private static long number(EncodedMessage letter, String header) {
        try {
            return Long.parseLong(text(letter, header, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
