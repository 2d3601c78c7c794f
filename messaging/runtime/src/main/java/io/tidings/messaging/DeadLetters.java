package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
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

    /** Kafka allows 249 characters for a topic's name. */
    private static final int LONGEST_NAME = 249;

    /** A stack of wrapped messages can be long, and a dead letter must fit where the message did. */
    private static final int LONGEST_REASON = 1000;

    private static final String SUFFIX = ".dead-letter";

    private DeadLetters() {}

    /**
     * The address of a group's dead letters: {@code <address>.<group>.dead-letter}. Where the group's name cannot be part of
     * a topic's name, its hash makes it unique.
     */
    public static String address(String address, String group) {
        String plain = address + "." + group.replaceAll("[^A-Za-z0-9._-]", "_") + SUFFIX;
        if (plain.equals(address + "." + group + SUFFIX) && plain.length() <= LONGEST_NAME) {
            return plain;
        }
        String unique = "-" + Integer.toHexString((address + " " + group).hashCode()) + SUFFIX;
        String stem = plain.substring(0, plain.length() - SUFFIX.length());
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME - unique.length())) + unique;
    }

    /** The dead letter that a message becomes. */
    public static EncodedMessage letter(EncodedMessage message, Received.Origin origin, String group, Throwable cause) {
        List<EncodedMessage.Header> headers = new ArrayList<>(message.headers());
        headers.add(header(REASON, reason(cause)));
        headers.add(header(EXCEPTION, cause.getClass().getName()));
        headers.add(header(TOPIC, origin.address()));
        headers.add(header(PARTITION, Integer.toString(origin.partition())));
        headers.add(header(OFFSET, Long.toString(origin.offset())));
        headers.add(header(GROUP, group));
        return new EncodedMessage(
                message.id(), address(origin.address(), group), message.key(), message.value(), headers);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String reason = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static EncodedMessage.Header header(String name, String value) {
        return new EncodedMessage.Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
