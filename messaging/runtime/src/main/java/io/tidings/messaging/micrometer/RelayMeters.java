package io.tidings.messaging.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/** Of a relay. */
final class RelayMeters {

    final Timer batch;
    final Counter messages;
    final Counter refused;
    final Counter failures;
    final Counter slotLosses;
    /** How many shards this instance serves. */
    final AtomicInteger leading = new AtomicInteger();

    RelayMeters(Registration registration, String relay) {
        this.batch = registration.timer(Measure.RELAY_BATCH, "relay", relay);
        this.messages = registration.counter(Measure.RELAYED, "relay", relay);
        this.refused = registration.counter(Measure.REFUSED, "relay", relay);
        this.failures = registration.counter(Measure.RELAY_FAILURES, "relay", relay);
        this.slotLosses = registration.counter(Measure.SLOT_LOSSES, "relay", relay);
        registration.gauge(Measure.LEADING, () -> leading.get() > 0 ? 1 : 0, "relay", relay);
        registration.gauge(Measure.SHARDS, leading::get, "relay", relay);
    }
}
