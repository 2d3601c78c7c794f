package io.tidings.replication.internal.generations;

import io.tidings.messaging.MessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that looks after the generations of all views, one after the other. */
public final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScheduledExecutorService thread;

    private Housekeeping() {
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tidings-replica-generations");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    public static Housekeeping of(Collection<ViewGenerations> views) {
        Housekeeping housekeeping = new Housekeeping();
        for (ViewGenerations view : views) {
            // It ends with the executor; what fails is logged and tried again.
            var unused = housekeeping.thread.scheduleWithFixedDelay(
                    () -> tick(view), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
        return housekeeping;
    }

    private static void tick(ViewGenerations view) {
        try {
            view.tick();
        } catch (MessagingException | KafkaException e) {
            LOG.debug("Generations are looked after later", e);
        } catch (RuntimeException e) {
            LOG.error("Generations are looked after later", e);
        }
    }

    /** Returns when nothing is under way any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The generations of a view are still being looked after");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
