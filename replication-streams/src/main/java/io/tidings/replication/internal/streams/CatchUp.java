package io.tidings.replication.internal.streams;

import io.tidings.messaging.MessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether everything is caught up: all tasks run, and each has come to the end offsets captured at the start. A
 * task that just began does not know where its input goes on, and may never be told if there is none: the group's committed
 * offsets say it. Runs in a thread of its own, since it asks the broker.
 */
final class CatchUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Inputs inputs;
    private final Collection<ViewProgress> views;
    private final BrokerProbe broker;
    private final Readiness readiness;
    private final BooleanSupplier running;
    private final ScheduledExecutorService thread;

    private CatchUp(
            Inputs inputs,
            Collection<ViewProgress> views,
            BrokerProbe broker,
            Readiness readiness,
            BooleanSupplier running) {
        this.inputs = inputs;
        this.views = views;
        this.broker = broker;
        this.readiness = readiness;
        this.running = running;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tidings-replica-catch-up");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    static CatchUp start(
            Inputs inputs,
            Collection<ViewProgress> views,
            BrokerProbe broker,
            Readiness readiness,
            BooleanSupplier running) {
        CatchUp catchUp = new CatchUp(inputs, views, broker, readiness, running);
        // What is scheduled ends with the executor; a failed look is logged and repeated.
        var unused =
                catchUp.thread.scheduleWithFixedDelay(catchUp::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return catchUp;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        long epoch = readiness.epoch();
        if (readiness.ready() || !running.getAsBoolean()) {
            return;
        }
        try {
            learnCommitted();
            if (inputs.passedBy(views)) {
                readiness.caughtUp(epoch);
            }
        } catch (MessagingException | KafkaException e) {
            LOG.debug("Cannot tell yet whether replicas have caught up", e);
        } catch (RuntimeException e) {
            LOG.error("Cannot tell whether replicas have caught up", e);
        }
    }

    private void learnCommitted() {
        if (views.stream().allMatch(view -> view.unknown().isEmpty())) {
            return;
        }
        Map<TopicPartition, Long> committed = broker.committed();
        for (ViewProgress view : views) {
            for (int partition : view.unknown()) {
                TopicPartition input = new TopicPartition(view.topic(), partition);
                view.committed(partition, Math.max(inputs.beginning(input), committed.getOrDefault(input, 0L)));
            }
        }
    }
}
