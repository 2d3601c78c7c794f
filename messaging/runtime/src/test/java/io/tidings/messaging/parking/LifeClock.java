package io.tidings.messaging.parking;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The time of a simulated life, in milliseconds since its first. */
final class LifeClock extends Clock {
    private final LongSupplier millis;

    LifeClock(LongSupplier millis) {
        this.millis = millis;
    }

    @Override
    public ZoneOffset getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.getAsLong());
    }
}
