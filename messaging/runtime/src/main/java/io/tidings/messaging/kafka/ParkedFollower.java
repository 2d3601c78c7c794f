package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.parking.Parking;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the book of parked keys: a lane begins when all of its partition is read, and hears afterwards what is ordered. It has a
 * thread and a consumer of its own, so that neither the poll loop nor a rebalance waits for it; and no consumer as long as nothing
 * was ever parked.
 */
final class ParkedFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    /** A lane, and how far it has been told. */
    private static final class Followed {
        final Lane<?> lane;
        final Parking parking;
        long next;
        boolean ready;

        Followed(Lane<?> lane, Parking parking) {
            this.lane = lane;
            this.parking = parking;
        }

        void becomeReady() {
            ready = true;
            lane.ready(parking.ready());
        }
    }

    private final String name;
    private final DeadLetterTopics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final BlockingQueue<Runnable> changes = new LinkedBlockingQueue<>();
    private final Map<Integer, Followed> followed = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> consumer;
    private boolean stale;
    private volatile boolean closing;
    private volatile boolean begun;

    ParkedFollower(String name, DeadLetterTopics topics, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.name = name;
        this.topics = topics;
        this.consumers = consumers;
    }

    /** Has a lane begin when all is known that is parked in its partition. */
    void follow(int partition, Lane<?> lane, Parking parking) {
        changes.add(() -> {
            followed.put(partition, new Followed(lane, parking));
            stale = true;
        });
    }

    void forget(Collection<Integer> partitions) {
        changes.add(() -> {
            followed.keySet().removeAll(partitions);
            stale = true;
        });
    }

    /** There is a book now, which there may not have been before. */
    void begin() {
        if (!begun) {
            begun = true;
            changes.add(() -> stale = true);
        }
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (InterruptedException | InterruptException | WakeupException e) {
            LOG.debug("{} ends", name);
        } finally {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(POLL));
            }
        }
    }

    private void turn() throws InterruptedException {
        try {
            drain();
            if (stale) {
                settle();
                stale = false;
            }
            Consumer<byte[], byte[]> reading = consumer;
            if (reading != null && !ends.isEmpty()) {
                reading.poll(POLL).forEach(this::tell);
                followed.forEach((partition, one) -> beginIfRead(reading, partition, one));
            }
        } catch (InterruptException | WakeupException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "{} cannot tell for now what is parked, and its partitions wait. It needs the right to describe and"
                            + " read '{}', also where there is no such topic: {}",
                    name,
                    topics.parked(),
                    e.toString());
            followed.values().stream().filter(one -> !one.ready).forEach(one -> one.lane.waits(e));
            // Read again from the beginning; each lane skips what it has been told.
            stale = true;
            ends.clear();
            // Ends early if something changes.
            Runnable change = changes.poll(PAUSE_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS);
            if (change != null) {
                change.run();
            }
        }
    }

    /** Waits for a change while there is nothing to read. */
    private void drain() throws InterruptedException {
        Runnable change = ends.isEmpty() && !stale ? changes.take() : changes.poll();
        while (change != null) {
            change.run();
            change = changes.poll();
        }
    }

    private void settle() {
        int partitions = followed.isEmpty() ? 0 : topics.parkedPartitions();
        if (partitions == 0) {
            ends.clear();
            followed.values().stream().filter(one -> !one.ready).forEach(Followed::becomeReady);
            return;
        }
        begun = true;
        Consumer<byte[], byte[]> reading = consumer;
        if (reading == null) {
            reading = consumers.get();
            consumer = reading;
        }
        Set<TopicPartition> wanted = new HashSet<>();
        followed.forEach((partition, one) -> wanted.add(book(partition, partitions)));
        reading.assign(wanted);
        ends.keySet().retainAll(wanted);
        Set<TopicPartition> unread = new HashSet<>();
        followed.forEach((partition, one) -> {
            TopicPartition book = book(partition, partitions);
            if ((!one.ready && one.next == 0) || !ends.containsKey(book)) {
                unread.add(book);
            }
        });
        reading.seekToBeginning(unread);
        ends.putAll(reading.endOffsets(unread));
    }

    private TopicPartition book(int partition, int partitions) {
        return new TopicPartition(topics.parked(), partition % partitions);
    }

    private void tell(ConsumerRecord<byte[], byte[]> record) {
        EncodedMessage mark = Records.incoming(record);
        int partitions = topics.parkedPartitions();
        followed.forEach((partition, one) -> {
            if (partition % partitions == record.partition() && record.offset() >= one.next) {
                one.parking.tell(mark).ifPresent(one.lane::carryOut);
                one.next = record.offset() + 1;
            }
        });
    }

    private void beginIfRead(Consumer<byte[], byte[]> reading, int partition, Followed one) {
        if (one.ready) {
            return;
        }
        TopicPartition book = book(partition, topics.parkedPartitions());
        Long end = ends.get(book);
        if (end != null && reading.position(book) >= end) {
            one.becomeReady();
        }
    }

    void requestEnd() {
        closing = true;
        changes.add(() -> {});
    }
}
