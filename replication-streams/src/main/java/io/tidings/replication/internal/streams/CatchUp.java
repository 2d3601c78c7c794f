package io.tidings.replication.internal.streams;

import io.tidings.messaging.MessagingException;
import io.tidings.replication.internal.driver.EndWatch;
import io.tidings.replication.internal.driver.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a view has caught up: all tasks run, and each has come to the end offsets captured at the start. A task that
 * just began does not know where its input goes on, and may never be told if there is none: the group's committed offsets say it.
 * Afterwards it looks once a second whether the view still stands at the end. Runs in a thread of its own, since it asks the
 * broker.
 */
final class CatchUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int LOOKS_BETWEEN_ENDS = 50;

    private final Inputs inputs;
    private final ViewProgress view;
    private final BrokerProbe broker;
    private final Readiness readiness;
    private final BooleanSupplier running;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final EndWatch watch = new EndWatch();
    private int looks;

    private CatchUp(
            Inputs inputs,
            ViewProgress view,
            BrokerProbe broker,
            Readiness readiness,
            BooleanSupplier running,
            Clock clock) {
        this.inputs = inputs;
        this.view = view;
        this.broker = broker;
        this.readiness = readiness;
        this.running = running;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tidings-replica-catch-up");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    static CatchUp start(
            Inputs inputs,
            ViewProgress view,
            BrokerProbe broker,
            Readiness readiness,
            BooleanSupplier running,
            Clock clock) {
        CatchUp catchUp = new CatchUp(inputs, view, broker, readiness, running, clock);
        // What is scheduled ends with the executor; a failed look is logged and repeated.
        var unused =
                catchUp.thread.scheduleWithFixedDelay(catchUp::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return catchUp;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** The latest moment of which the view knows all that there was in what it follows; null if there is none. */
    @Nullable Instant caughtUpAt() {
        return watch.caughtUpAt();
    }

    private void look() {
        try {
            if (!running.getAsBoolean()) {
                return;
            }
            if (readiness.ready()) {
                lookAtTheEnds();
            } else {
                lookWhetherReady();
            }
        } catch (MessagingException | KafkaException e) {
            LOG.debug("Cannot tell yet whether a replica has caught up", e);
        } catch (RuntimeException e) {
            LOG.error("Cannot tell whether a replica has caught up", e);
        }
    }

    private void lookWhetherReady() {
        long epoch = readiness.epoch();
        learnCommitted();
        if (inputs.passedBy(view)) {
            readiness.caughtUp(epoch);
            looks = 0;
        }
    }

    private void lookAtTheEnds() {
        if (looks++ % LOOKS_BETWEEN_ENDS == 0 && watch.idle()) {
            Instant asked = clock.instant();
            watch.saw(asked, broker.ends(view.inputs()));
        }
        watch.look(view.inputs(), view::position);
    }

    private void learnCommitted() {
        if (view.unknown().isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> committed = broker.committed();
        for (TopicPartition input : view.unknown()) {
            view.committed(input, Math.max(inputs.beginning(input), committed.getOrDefault(input, 0L)));
        }
    }
}
