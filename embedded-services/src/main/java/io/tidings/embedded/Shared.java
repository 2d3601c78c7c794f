package io.tidings.embedded;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance for the whole JVM, started when first asked for, and again if someone closed it. */
final class Shared<T> {
    private final Supplier<T> start;
    private final Predicate<T> isRunning;
    private @Nullable T instance;

    Shared(Supplier<T> start, Predicate<T> isRunning) {
        this.start = start;
        this.isRunning = isRunning;
    }

    synchronized T get() {
        T running = instance;
        if (running == null || !isRunning.test(running)) {
            running = start.get();
            instance = running;
        }
        return running;
    }
}
