package io.tidings.messaging.micrometer;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Asks a relay, and so its database, how the outbox is: once for the gauges that are read together. */
final class OutboxProbe {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<RelayStatus> relay;
    private @Nullable RelayStatus last;
    private long askedAt;

    OutboxProbe(Supplier<RelayStatus> relay) {
        this.relay = relay;
    }

    double backlog() {
        return read(RelayStatus::backlog);
    }

    double barred() {
        return read(RelayStatus::barred);
    }

    double oldestNanos() {
        return read(status -> {
            Duration age = status.oldestAge();
            return age.toNanos();
        });
    }

    /** Not a number while the database is away. */
    private synchronized double read(ToDoubleFunction<RelayStatus> figure) {
        long now = System.nanoTime();
        if (askedAt == 0 || now - askedAt > FRESH) {
            askedAt = now;
            last = ask();
        }
        RelayStatus status = last;
        return status == null ? Double.NaN : figure.applyAsDouble(status);
    }

    private @Nullable RelayStatus ask() {
        try {
            return relay.get();
        } catch (MessagingException e) {
            return null;
        }
    }
}
