package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.driver.StopSignal;
import java.time.Duration;

/** Pauses between attempts: each twice as long as the one before, up to a limit, until one succeeds. Used by one thread. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final StopSignal stop;
    private Duration next = FIRST;

    Pauses(StopSignal stop) {
        this.stop = stop;
    }

    /** Waits, unless it is stopped. */
    void pause() {
        stop.pause(next);
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    void reset() {
        next = FIRST;
    }
}
