package io.tidings.replication.remote;

import java.time.Duration;

/** Until when somebody waits. Each hop has a little less, so that who asked hears of a failure before it gives up by itself. */
final class Deadline {

    private static final long MARGIN_NANOS = Duration.ofMillis(5).toNanos();
    private static final long JOURNEY_NANOS = Duration.ofMillis(100).toNanos();

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    boolean passed() {
        return left().isZero();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }

    /** For who is asked on the way. */
    Duration forHop() {
        long left = at - System.nanoTime();
        return Duration.ofNanos(Math.max(1, left - Math.min(MARGIN_NANOS, left / 10)));
    }

    /** How long who is asked may take of the time that its asker waits, so that its reasons arrive before that one gives up. */
    static Duration atTheOtherEnd(Duration timeout) {
        long nanos = timeout.toNanos();
        return Duration.ofNanos(Math.max(1, nanos - Math.min(JOURNEY_NANOS, nanos / 5)));
    }

    /** For who is asked while somebody else can be asked afterwards: half. */
    Duration forFirstOfTwo() {
        return forHop().dividedBy(2).plusNanos(1);
    }
}
