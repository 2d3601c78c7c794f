package io.tidings.messaging.jdbc.relay;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When it is time to purge what was sent and kept: every few seconds, and at once again while there is more than was taken, so
 * that purging keeps up with sending, a batch at a time. Used by one thread at a time.
 */
final class Retention {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final Duration kept;
    private final int limit;
    private final LongSupplier nanoTime;
    private long purgedAt;
    private boolean more;

    Retention(Duration kept, int batchSize, LongSupplier nanoTime) {
        this.kept = kept;
        this.limit = 2 * batchSize;
        this.nanoTime = nanoTime;
        this.purgedAt = nanoTime.getAsLong() - Math.min(EVERY, kept.toNanos());
    }

    Duration kept() {
        return kept;
    }

    /** How many rows at a time: more than a batch, so that purging is ahead of sending. */
    int limit() {
        return limit;
    }

    boolean due() {
        return more || nanoTime.getAsLong() - purgedAt >= Math.min(EVERY, kept.toNanos());
    }

    void purged(int rows) {
        purgedAt = nanoTime.getAsLong();
        more = rows >= limit;
    }
}
