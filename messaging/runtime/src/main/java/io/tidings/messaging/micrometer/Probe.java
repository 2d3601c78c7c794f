package io.tidings.messaging.micrometer;

import io.tidings.messaging.MessagingException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Asks something that only a database can tell: once for the gauges that are read together. */
final class Probe<T> {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<T> asked;
    private @Nullable T last;
    private long askedAt;

    Probe(Supplier<T> asked) {
        this.asked = asked;
    }

    /** Not a number while the database is away. */
    Supplier<Number> figure(ToDoubleFunction<T> figure) {
        return () -> read(figure);
    }

    private synchronized double read(ToDoubleFunction<T> figure) {
        long now = System.nanoTime();
        if (askedAt == 0 || now - askedAt > FRESH) {
            askedAt = now;
            last = ask();
        }
        T answer = last;
        return answer == null ? Double.NaN : figure.applyAsDouble(answer);
    }

    private @Nullable T ask() {
        try {
            return asked.get();
        } catch (MessagingException e) {
            return null;
        }
    }
}
