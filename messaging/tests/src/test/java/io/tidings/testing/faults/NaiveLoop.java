package io.tidings.testing.faults;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same again and again, whatever it throws. */
final class NaiveLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NaiveLoop.class);

    /** What is done. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> work;

    NaiveLoop(Work work) {
        this.work = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        LOG.debug("And again", e);
                    }
                },
                0,
                5,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        end();
    }

    /** Waits for the round at hand; there is no other. */
    void end() {
        boolean unused = work.cancel(false);
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(10, TimeUnit.SECONDS);
            if (!ended) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
