package io.tidings.replication.internal.driver;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether views may answer. Each change of the application's state or its partitions begins a new epoch; an epoch becomes
 * ready when somebody has found everything caught up in it. Safe for use by several threads.
 */
public final class Readiness {

    private final AtomicLong epoch = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long readyEpoch = -1;
    private volatile @Nullable Throwable failure;

    public long epoch() {
        return epoch.get();
    }

    public void newEpoch() {
        epoch.incrementAndGet();
    }

    public boolean ready() {
        return readyEpoch == epoch.get() && failure == null;
    }

    /** Everything was caught up, seen from that epoch: if another has begun since, it says nothing. */
    public void caughtUp(long seenFrom) {
        readyEpoch = seenFrom;
        signal();
    }

    /** It will never be ready again. The first reason counts. */
    public void fail(Throwable reason) {
        lock.lock();
        try {
            failure = failure == null ? reason : failure;
        } finally {
            lock.unlock();
        }
        signal();
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    /** Waits for readiness or failure; false if neither came in time. */
    public boolean await(Duration deadline) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(deadline);
        lock.lockInterruptibly();
        try {
            while (!ready() && failure == null) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
