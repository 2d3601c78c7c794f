package io.tidings.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread or service brings about. */
public final class Eventually {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    /**
     * Checks again and again until an assertion holds.
     *
     * @throws AssertionError the last failure, if it does not hold in time
     */
    public static void eventually(Duration deadline, ThrowingAssertion assertion) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (Exception | AssertionError e) {
                if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                    throw e instanceof AssertionError error
                            ? error
                            : new AssertionError("Not within " + deadline.toMillis() + " ms: " + e, e);
                }
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
