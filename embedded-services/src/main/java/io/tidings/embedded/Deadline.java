package io.tidings.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls a condition of another process, which cannot notify us, until it holds or time is up. */
final class Deadline {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Deadline() {}

    /**
     * @return whether the condition held within {@code timeout}; it is asked at least once
     * @throws EmbeddedServiceException if the calling thread is interrupted, which it still is afterwards
     */
    static boolean poll(Duration timeout, BooleanSupplier condition) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new EmbeddedServiceException("interrupted while waiting");
            }
        }
        return true;
    }
}
