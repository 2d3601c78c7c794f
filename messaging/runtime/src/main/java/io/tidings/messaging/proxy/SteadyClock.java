package io.tidings.messaging.proxy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on from the time at which it was made, whatever becomes of the machine's clock. Safe for use by several threads. */
public final class SteadyClock extends Clock {

    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), java.time.Duration.between(Instant.now(), instant()));
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - nanos);
    }
}
