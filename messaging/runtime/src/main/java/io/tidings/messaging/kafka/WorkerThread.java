package io.tidings.messaging.kafka;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread that runs handlers, and knows for whom. */
final class WorkerThread extends Thread {

    private static final long IDLE_SECONDS = 60;

    private @Nullable ScheduledThreadPoolExecutor pool;

    private WorkerThread(Runnable task, String name) {
        super(task, name);
        setDaemon(true);
    }

    static ScheduledThreadPoolExecutor pool(String name, int threads) {
        AtomicInteger count = new AtomicInteger();
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads);
        pool.setThreadFactory(task -> {
            WorkerThread thread = new WorkerThread(task, name + "-worker-" + count.incrementAndGet());
            thread.pool = pool;
            return thread;
        });
        pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    static boolean belongsTo(ScheduledThreadPoolExecutor pool) {
        return Thread.currentThread() instanceof WorkerThread worker && worker.pool == pool;
    }
}
