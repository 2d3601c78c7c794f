package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/**
 * That a message was taken.
 *
 * @param messageId the id it travels with
 * @param address where it went
 * @param position where the broker put it; null where a sink only promises to deliver it, as an outbox does
 */
public record Receipt(
        String messageId, String address, @Nullable Position position) {

    /** A place in a partitioned log. */
    public record Position(int partition, long offset) {}
}
