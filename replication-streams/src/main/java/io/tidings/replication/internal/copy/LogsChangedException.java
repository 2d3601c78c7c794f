package io.tidings.replication.internal.copy;

import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/** The logs are not those that the store has followed: what it missed cannot be found out from where it stands. */
final class LogsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LogsChangedException(String message) {
        super(message);
    }

    /** Records were deleted before they were read, or the log was cut off. */
    static LogsChangedException gone(OffsetOutOfRangeException e) {
        return new LogsChangedException("the log does not have the offset that comes next: " + e.getMessage());
    }

    static LogsChangedException recreated(String topic) {
        return new LogsChangedException("topic '" + topic + "' was deleted, and created again");
    }

    static LogsChangedException away(long awayMillis, long keptMillis) {
        return new LogsChangedException("the view was last up to date " + awayMillis / 1000
                + " s ago, but the topics keep tombstones for " + keptMillis / 1000 + " s");
    }
}
