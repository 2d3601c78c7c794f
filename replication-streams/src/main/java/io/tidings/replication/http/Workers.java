package io.tidings.replication.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many threads and no more; who finds all of them busy waits in a short queue, and behind that is cut off. */
final class Workers implements Executor, AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int WAITING_EACH = 4;

    private final ThreadPoolExecutor pool;

    Workers(int threads) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads * WAITING_EACH),
                work -> {
                    Thread daemon = new Thread(work, "tidings-replica-endpoint-" + number.incrementAndGet());
                    daemon.setDaemon(true);
                    return daemon;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
