package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The Dead Letter Channel of a consumer group: where its messages go that will never get through. A dead letter has the
 * message's own key, value and headers, and headers that say why, and where it was read.
 */
public final class DeadLetters {

    /** Header: what went wrong, for people. */
    public static final String REASON = "tidings-dead-letter-reason";

    /** Header: the class of the exception. */
    public static final String EXCEPTION = "tidings-dead-letter-exception";

    /** Header: the address it was read from. */
    public static final String TOPIC = "tidings-dead-letter-topic";

    /** Header: the partition it was read from, in decimal digits. */
    public static final String PARTITION = "tidings-dead-letter-partition";

    /** Header: the offset it was read at, in decimal digits. */
    public static final String OFFSET = "tidings-dead-letter-offset";

    /** Header: the consumer group that could not handle it. */
    public static final String GROUP = "tidings-dead-letter-group";

    /** Header: the timestamp of the message itself, in milliseconds since 1970, in decimal digits. */
    public static final String TIMESTAMP = "tidings-dead-letter-timestamp";

    /** Header: when it was set aside, in milliseconds since 1970, in decimal digits. */
    public static final String TIME = "tidings-dead-letter-time";

    /** Header: how often it was tried, in decimal digits; 0 where it only waits behind another of its key. */
    public static final String ATTEMPTS = "tidings-dead-letter-attempts";

    /** Header, where it only waits behind another of its key: that one's offset, in decimal digits. */
    public static final String BEHIND = "tidings-dead-letter-behind";

    /** Kafka allows 249 characters for a topic's name. */
    private static final int LONGEST_NAME = 249;

    /** A stack of wrapped messages can be long, and a dead letter must fit where the message did. */
    private static final int LONGEST_REASON = 1000;

    private static final String SUFFIX = ".dead-letter";
    private static final String PARKED_SUFFIX = ".parked";

    private DeadLetters() {}

    /**
     * The address of a group's dead letters: {@code <address>.<group>.dead-letter}. Where the group's name cannot be part of
     * a topic's name, its hash makes it unique.
     */
    public static String address(String address, String group) {
        return address(address, group, SUFFIX);
    }

    /** The address where a group's parked keys are kept: as {@link #address(String, String)}, with {@code .parked}. */
    public static String parkedAddress(String address, String group) {
        return address(address, group, PARKED_SUFFIX);
    }

    private static String address(String address, String group, String suffix) {
        String plain = address + "." + group.replaceAll("[^A-Za-z0-9._-]", "_") + suffix;
        if (plain.equals(address + "." + group + suffix) && plain.length() <= LONGEST_NAME) {
            return plain;
        }
        String unique = "-" + Integer.toHexString((address + " " + group).hashCode()) + suffix;
        String stem = plain.substring(0, plain.length() - suffix.length());
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME - unique.length())) + unique;
    }

    /**
     * The dead letter that a message becomes which cannot be handled.
     *
     * @param attempts how often it was tried
     * @param now when it is set aside
     */
    public static EncodedMessage letter(
            EncodedMessage message, Received.Origin origin, String group, Throwable cause, int attempts, Instant now) {
        return letter(
                message,
                origin,
                group,
                now,
                header(REASON, reason(cause)),
                header(EXCEPTION, cause.getClass().getName()),
                header(ATTEMPTS, Integer.toString(attempts)));
    }

    /**
     * The dead letter that a message becomes which waits behind another of its key.
     *
     * @param now when it is set aside
     */
    public static EncodedMessage behind(
            EncodedMessage message, Received.Origin origin, String group, ParkedKey parked, Instant now) {
        return letter(
                message,
                origin,
                group,
                now,
                header(REASON, "Waits behind offset " + parked.offset() + " of its key"),
                header(ATTEMPTS, "0"),
                header(BEHIND, Long.toString(parked.offset())));
    }

    private static EncodedMessage letter(
            EncodedMessage message, Received.Origin origin, String group, Instant now, EncodedMessage.Header... why) {
        List<EncodedMessage.Header> headers = new ArrayList<>(message.headers());
        headers.addAll(List.of(why));
        headers.add(header(TOPIC, origin.address()));
        headers.add(header(PARTITION, Integer.toString(origin.partition())));
        headers.add(header(OFFSET, Long.toString(origin.offset())));
        headers.add(header(TIMESTAMP, Long.toString(origin.timestamp().toEpochMilli())));
        headers.add(header(GROUP, group));
        headers.add(header(TIME, Long.toString(now.toEpochMilli())));
        return new EncodedMessage(
                message.id(), address(origin.address(), group), message.key(), message.value(), headers);
    }

    /** What went wrong, in no more words than a header should have. */
    public static String reason(Throwable cause) {
        String message = cause.getMessage();
        String reason = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static EncodedMessage.Header header(String name, String value) {
        return new EncodedMessage.Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
