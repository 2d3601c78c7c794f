package io.tidings.messaging.delivery;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later: by the clock on the wall, or by one that a test moves. Safe for use by several threads. */
public interface Timers extends AutoCloseable {

    /**
     * Runs a task once.
     *
     * @param after the wait before; at once if it is not positive
     * @return cancels the task, if it has not begun
     */
    Runnable schedule(Duration after, Runnable task);

    /** Runs no more. */
    @Override
    void close();

    /** By the clock on the wall, on a thread of its own. */
    static Timers onThread(String name) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name));
        thread.setRemoveOnCancelPolicy(true);
        return new Timers() {
            @Override
            public Runnable schedule(Duration after, Runnable task) {
                Future<?> scheduled = thread.schedule(task, Math.max(0, after.toNanos()), TimeUnit.NANOSECONDS);
                return () -> scheduled.cancel(false);
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
