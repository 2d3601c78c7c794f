package io.tidings.registry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When a call ends, whatever it is waiting for. */
record Deadline(long end) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    static Deadline in(long nanos) {
        return new Deadline(System.nanoTime() + nanos);
    }

    /** At least a moment: who waited long for a turn still asks, and is told properly that the time was short. */
    long nanos() {
        return Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1));
    }
}
