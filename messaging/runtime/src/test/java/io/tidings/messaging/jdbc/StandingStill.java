package io.tidings.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands still as a whole, as under SIGSTOP, from one statement or commit on, until it is resumed. */
public record StandingStill(int statement, AtomicInteger left, CountDownLatch still, CountDownLatch resumed)
        implements Interposed {

    /** @param statement the first is 1 */
    public StandingStill(int statement) {
        this(statement, new AtomicInteger(statement), new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public void act() throws InterruptedException {
        if (left.decrementAndGet() <= 0) {
            still.countDown();
            resumed.await();
        }
    }

    public void await() throws InterruptedException {
        assertThat(still.await(60, TimeUnit.SECONDS)).isTrue();
    }

    public void resume() {
        resumed.countDown();
    }
}
