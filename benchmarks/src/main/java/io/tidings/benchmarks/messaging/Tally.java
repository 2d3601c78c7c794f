package io.tidings.benchmarks.messaging;

import io.tidings.benchmarks.Turn;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what any threads have done, from the first on. Safe for use by several threads. */
final class Tally {

    private final int expected;
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(1);
    private volatile Turn.Watch watch = Turn.start();
    private volatile boolean started;
    private volatile Turn turn = watch.stop(0);

    Tally(int expected) {
        this.expected = expected;
        if (expected <= 0) {
            all.countDown();
        }
    }

    /** From now on, instead of from the first. */
    void start() {
        started = true;
        watch = Turn.start();
    }

    void count(boolean well) {
        if (!well) {
            failed.incrementAndGet();
        }
        int number = counted.incrementAndGet();
        if (number == 1 && !started) {
            watch = Turn.start();
        }
        if (number == expected) {
            turn = watch.stop(started ? number : number - 1);
            all.countDown();
        }
    }

    Turn await() throws InterruptedException {
        all.await();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " of " + expected + " failed");
        }
        return turn;
    }
}
