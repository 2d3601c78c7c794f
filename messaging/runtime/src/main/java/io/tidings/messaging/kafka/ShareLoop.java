package io.tidings.messaging.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that talks to a share consumer (KIP-932): takes a few records, acknowledges each when it is finished, and renews
 * the locks of those that are not (KIP-1222). Kafka's client gives out no other records before all of a poll are acknowledged,
 * so a slow handler keeps this member from more, but none of the others.
 */
final class ShareLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareLoop.class);

    private static final Duration IDLE = Duration.ofMillis(100);

    /** What a crash may repeat. */
    private static final long COMMIT_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    /** Kafka's default, until the broker has said how long it lends. */
    private static final int LOCK_MILLIS = 30_000;

    private final String name;
    private final String topic;
    private final ShareConsumer<byte[], byte[]> consumer;
    private final SharedWork<?> work;
    private final Duration patience;
    private final Map<SharedTask.Place, SharedTask> atHand = new LinkedHashMap<>();
    private final List<SharedTask> done = new ArrayList<>();
    private final Set<SharedTask.Place> renewing = new HashSet<>();
    private final CountDownLatch polled = new CountDownLatch(1);
    private long lockedAt;
    private long renewingSince;
    private long committedAt;
    private boolean uncommitted;
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * A loop to be run by one thread.
     *
     * @param patience how long to wait for handlers at work when it ends
     */
    ShareLoop(
            String name, String topic, ShareConsumer<byte[], byte[]> consumer, SharedWork<?> work, Duration patience) {
        this.name = name;
        this.topic = topic;
        this.consumer = consumer;
        this.work = work;
        this.patience = patience;
    }

    @Override
    public void run() {
        try {
            consumer.setAcknowledgementCommitCallback(this::acknowledged);
            consumer.subscribe(Set.of(topic));
            while (!closing) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("{} has failed for good.{}", name, hint(e), e);
        } finally {
            end();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (atHand.isEmpty()) {
                take(consumer.poll(IDLE));
                polled.countDown();
            } else {
                settle(IDLE.toNanos());
            }
        } catch (InterruptException e) {
            closing = true;
        } catch (KafkaException e) {
            if (!KafkaFailures.passes(e)) {
                throw e;
            }
            LOG.warn("{} cannot go on for now: {}", name, e.toString());
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
        }
    }

    /** Begins what is new. What a renewal returns is under way. */
    private void take(ConsumerRecords<byte[], byte[]> records) {
        if (!records.isEmpty()) {
            lockedAt = System.nanoTime();
        }
        List<SharedTask> begun = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            SharedTask task = new SharedTask(record);
            renewing.remove(task.place());
            if (atHand.putIfAbsent(task.place(), task) == null) {
                begun.add(task);
            }
        }
        work.begin(begun);
    }

    private void settle(long nanos) throws InterruptedException {
        done.addAll(work.finished(renewing.isEmpty() ? nanos : 0));
        acknowledgeDone();
        boolean due = !atHand.isEmpty() && System.nanoTime() - lockedAt >= lock() / 3;
        if (due || !renewing.isEmpty()) {
            renew();
        } else if (uncommitted && System.nanoTime() - committedAt >= COMMIT_INTERVAL) {
            // Where nothing is at hand the next poll carries the acknowledgements; this is for the time until then.
            consumer.commitAsync();
            committedAt = System.nanoTime();
            uncommitted = false;
        }
    }

    private void acknowledgeDone() {
        done.removeIf(task -> {
            if (renewing.contains(task.place())) {
                return false;
            }
            atHand.remove(task.place());
            acknowledge(task, AcknowledgeType.ACCEPT);
            uncommitted = true;
            return true;
        });
    }

    private long lock() {
        return TimeUnit.MILLISECONDS.toNanos(consumer.acquisitionLockTimeoutMs().orElse(LOCK_MILLIS));
    }

    /**
     * Renews all locks, those again whose renewal has come back before others': Kafka's client hands renewed records out once
     * more. Until it has, they cannot be acknowledged; and until all that it handed out are acknowledged, it hands out nothing.
     */
    private void renew() {
        if (renewing.isEmpty()) {
            renewingSince = System.nanoTime();
        }
        for (SharedTask task : List.copyOf(atHand.values())) {
            if (!renewing.contains(task.place()) && acknowledge(task, AcknowledgeType.RENEW)) {
                renewing.add(task.place());
            }
        }
        LOG.debug("{} renews {} locks", name, renewing.size());
        take(consumer.poll(IDLE));
        uncommitted = false;
        if (!renewing.isEmpty() && System.nanoTime() - renewingSince >= lock()) {
            LOG.warn("{} could not renew the locks of {}: they will be handled again", name, renewing);
            atHand.keySet().removeAll(renewing);
            done.removeIf(task -> renewing.contains(task.place()));
            renewing.clear();
        }
    }

    /** False if it is no longer ours. */
    private boolean acknowledge(SharedTask task, AcknowledgeType type) {
        try {
            consumer.acknowledge(task.record(), type);
            return true;
        } catch (IllegalStateException e) {
            LOG.warn("{} is no longer lent to {}: it will be handled again. {}", task, name, e.getMessage());
            atHand.remove(task.place());
            return false;
        }
    }

    private void acknowledged(Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
        if (failure != null) {
            LOG.warn("{} could not acknowledge {}; they will be handled again: {}", name, offsets, failure.toString());
        }
    }

    private void end() {
        closing = true;
        work.end();
        // An interrupt has done its work by now; it must not cut short the last acknowledgements.
        boolean interrupted = Thread.interrupted();
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            do {
                settle(COMMIT_INTERVAL / 10);
            } while (work.busy() && System.nanoTime() - deadline < 0);
            settle(0);
            List.copyOf(atHand.values()).forEach(task -> acknowledge(task, AcknowledgeType.RELEASE));
            consumer.commitSync(patience.plus(IDLE));
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (RuntimeException e) {
            LOG.warn("{} could not give back what it had not begun; that takes until its locks end", name, e);
        } finally {
            close();
            ended = true;
            polled.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void close() {
        try {
            consumer.close(patience.plus(IDLE));
        } catch (KafkaException e) {
            LOG.warn("{} did not close in good order", name, e);
        }
    }

    private static String hint(Throwable failure) {
        return failure instanceof UnsupportedVersionException
                ? " Share groups need brokers of 4.2 or newer, with the feature share.version at 1."
                : "";
    }

    void requestEnd() {
        work.end();
        closing = true;
    }

    boolean awaitPolled(Duration deadline) throws InterruptedException {
        return polled.await(deadline.toNanos(), TimeUnit.NANOSECONDS) && running();
    }

    boolean running() {
        return !closing && !ended;
    }
}
