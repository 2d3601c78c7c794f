package io.tidings.messaging.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.accepted.AcceptedCounts;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What has to be handed over, since no event tells of it. */
class MessagingMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MessagingMeters meters = new MessagingMeters(registry);

    private double gauge(String name) {
        return registry.get(name).tag("requests", "orders").gauge().value();
    }

    @Test
    void acceptedRequestsAreCountedOnceForAllTheirGauges() {
        AtomicInteger asked = new AtomicInteger();
        meters.accepted("orders", () -> {
            asked.incrementAndGet();
            return new AcceptedCounts(7, 2, 3, 1);
        });
        assertThat(gauge("tidings.accepted.pending")).isEqualTo(7);
        assertThat(gauge("tidings.accepted.overdue")).isEqualTo(2);
        assertThat(gauge("tidings.accepted.undoing")).isEqualTo(3);
        assertThat(gauge("tidings.accepted.failing")).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void theyAreNotANumberWhileTheDatabaseIsAway() {
        meters.accepted("orders", () -> {
            throw new TransientMessagingException("away", null);
        });
        assertThat(gauge("tidings.accepted.pending")).isNaN();
    }
}
