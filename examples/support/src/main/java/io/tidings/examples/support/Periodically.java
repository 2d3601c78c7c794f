package io.tidings.examples.support;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Housekeeping in the background; what fails is tried again the next time. */
public final class Periodically implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Periodically.class);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "housekeeping"));

    private Periodically() {}

    /** Does a piece of work now and then. */
    public static Periodically every(Duration pause, Runnable work) {
        Periodically periodically = new Periodically();
        ScheduledFuture<?> unused = periodically.worker.scheduleWithFixedDelay(
                () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return periodically;
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping failed", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
