package io.tidings.messaging.kafka;

import io.tidings.messaging.observe.GroupWatch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that talks to the consumer: fetches for lanes that have room, commits what they have done, and hands partitions
 * over when the group is rearranged.
 */
final class PollLoop implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    private static final Duration IDLE = Duration.ofMillis(100);

    /** Commits and resumptions wait for the poll to return, so it is short while there is anything in hand. */
    private static final Duration BUSY = Duration.ofMillis(5);

    /** What a crash may repeat; to commit after each poll would cost a fifth of the throughput or more. */
    private static final long COMMIT_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Lanes<?> lanes;
    private final StartPositions starts;
    private final Duration patience;
    private final GroupWatch watch;
    private final CountDownLatch assigned = new CountDownLatch(1);
    private volatile boolean answered;
    private volatile String member = "";
    private volatile Consumer<byte[], byte[]> consumer;
    private boolean committing;
    private long committedAt = System.nanoTime();
    private volatile boolean closing;
    private volatile boolean halted;
    private volatile boolean ended;

    /**
     * A loop to be run by one thread.
     *
     * @param patience how long to wait for records at hand when partitions go away
     */
    PollLoop(
            String name,
            String topic,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Lanes<?> lanes,
            StartPositions starts,
            Duration patience,
            GroupWatch watch) {
        this.name = name;
        this.topic = topic;
        this.consumers = consumers;
        this.consumer = consumers.get();
        this.lanes = lanes;
        this.starts = starts;
        this.patience = patience;
        this.watch = watch;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(Set.of(topic), this);
            while (!closing) {
                turn();
            }
        } catch (RuntimeException | Error e) {
            watch.ended(e);
            LOG.error("{} has failed for good.{}", name, hint(e), e);
        } finally {
            end();
        }
    }

    private void turn() {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(lanes.busy() ? BUSY : IDLE);
            watch.polled();
            if (closing) {
                return;
            }
            lanes.add(records);
            steer();
            commit();
        } catch (InterruptException e) {
            closing = true;
        } catch (KafkaException e) {
            if (!KafkaFailures.passes(e)) {
                throw e;
            }
            // If it was the commit that failed: the next one covers it.
            committing = false;
            watch.pollFailed(e);
            LOG.warn("{} cannot go on for now: {}", name, e.toString());
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
            if (KafkaFailures.endsItsClient(e)) {
                renew();
            }
        }
    }

    /** Another client goes on where Kafka's gives up for good: rights are granted, and names are given back. */
    private void renew() {
        Set<TopicPartition> held = lanes.partitions();
        lanes.stop(held, patience);
        commitNow(held);
        lanes.forget(held);
        watch.lost(numbers(held));
        consumer.close(CloseOptions.timeout(IDLE));
        committing = false;
        consumer = consumers.get();
        consumer.subscribe(Set.of(topic), this);
    }

    private void steer() {
        Set<TopicPartition> paused = consumer.paused();
        Set<TopicPartition> full = lanes.saturated();
        full.retainAll(consumer.assignment());
        full.removeAll(paused);
        if (!full.isEmpty()) {
            consumer.pause(full);
            watch.paused(numbers(full));
        }
        if (!paused.isEmpty()) {
            Set<TopicPartition> hungry = new HashSet<>(paused);
            hungry.retainAll(lanes.hungry());
            if (!hungry.isEmpty()) {
                consumer.resume(hungry);
                watch.resumed(numbers(hungry));
            }
        }
    }

    private void commit() {
        if (committing || System.nanoTime() - committedAt < COMMIT_INTERVAL) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> positions = lanes.uncommitted(lanes.partitions());
        if (positions.isEmpty()) {
            return;
        }
        committing = true;
        long began = System.nanoTime();
        committedAt = began;
        consumer.commitAsync(positions, (offsets, failure) -> {
            committing = false;
            if (failure == null) {
                lanes.committed(offsets);
                watch.committed(numbers(offsets.keySet()), began);
            } else {
                // Not of 'offsets': where the commit failed, Kafka's client may hand none.
                watch.commitFailed(numbers(positions.keySet()), failure);
                LOG.debug("{} could not commit {}; the next commit covers it", name, positions, failure);
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.debug("{} is given {}", name, partitions);
        starts.begin(consumer, partitions, () -> closing);
        lanes.open(partitions, committed(partitions));
        watch.assigned(numbers(partitions));
        member = consumer.groupMetadata().memberId();
        answered = true;
        if (!partitions.isEmpty()) {
            assigned.countDown();
        }
    }

    /** With what predecessors did above the position, which is not to be done again. */
    private Map<TopicPartition, OffsetAndMetadata> committed(Collection<TopicPartition> partitions) {
        try {
            return partitions.isEmpty() ? Map.of() : consumer.committed(Set.copyOf(partitions), patience.plus(IDLE));
        } catch (KafkaException e) {
            if (!KafkaFailures.passes(e)) {
                throw e;
            }
            LOG.warn("{} cannot tell what was done out of order in {}: {}", name, partitions, e.toString());
            return Map.of();
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        LOG.debug("{} gives up {}", name, partitions);
        lanes.stop(partitions, patience);
        commitNow(partitions);
        lanes.forget(partitions);
        watch.revoked(numbers(partitions));
    }

    /** Others have them already: what was done there since the last commit is done again. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        LOG.warn("{} has lost {} without notice", name, partitions);
        lanes.stop(partitions, Duration.ZERO);
        lanes.forget(partitions);
        watch.lost(numbers(partitions));
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> positions = lanes.uncommitted(partitions);
        if (positions.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        try {
            consumer.commitSync(positions, patience.plus(IDLE));
            lanes.committed(positions);
            watch.committed(numbers(positions.keySet()), began);
        } catch (KafkaException e) {
            watch.commitFailed(numbers(positions.keySet()), e);
            LOG.warn("{} could not commit {}; its records will be handled again: {}", name, positions, e.toString());
        }
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    private void end() {
        closing = true;
        // An interrupt has done its work by now; it must not cut short the last commit.
        boolean interrupted = Thread.interrupted();
        try {
            lanes.stop(lanes.partitions(), patience);
            commitNow(lanes.partitions());
            consumer.close(CloseOptions.timeout(patience.plus(IDLE)));
        } catch (RuntimeException e) {
            LOG.warn("{} did not close in good order", name, e);
        } finally {
            ended = true;
            assigned.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String hint(Throwable failure) {
        return failure instanceof UnsupportedVersionException
                ? " Brokers before 4.0 do not know group.protocol=consumer: set group.protocol=classic."
                : "";
    }

    /** The client of now. */
    Consumer<?, ?> consumer() {
        return consumer;
    }

    void requestEnd() {
        closing = true;
        lanes.halt();
        halted = true;
    }

    /** Waits until it was given a partition. */
    boolean awaitAssigned(long nanos) throws InterruptedException {
        return assigned.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether the group has answered, be it that there is nothing: nothing for now, or for as long as others are there. */
    boolean answered() {
        return answered;
    }

    /** What the group calls it since it has {@link #answered}. */
    String member() {
        return member;
    }

    boolean running() {
        return !halted && !ended;
    }
}
