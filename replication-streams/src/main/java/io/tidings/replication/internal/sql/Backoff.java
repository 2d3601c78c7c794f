package io.tidings.replication.internal.sql;

import java.time.Duration;

/** When to try again: after a pause that doubles from failure to failure, up to a limit. Used by one thread. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration pause = Duration.ZERO;
    private long since;

    /** Something failed just now. */
    void failed() {
        Duration twice = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        since = System.nanoTime();
    }

    void succeeded() {
        pause = Duration.ZERO;
    }

    /** How long to wait still. */
    Duration left() {
        Duration left = pause.minusNanos(System.nanoTime() - since);
        return pause.isZero() || left.isNegative() ? Duration.ZERO : left;
    }
}
