package io.tidings.replication.internal.sql;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Received;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.StopSignal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings records into the database: polls, reads, writes a batch, and polls again. While the database or the
 * registry is away it keeps the batch, pauses its partitions, and goes on polling, so that the group does not take it for dead.
 */
final class Follower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** It is known; but while a broker has changed, it is not certain. */
    private static final Duration POSITION = Duration.ofMillis(10);

    private final Replica replica;
    private final Consumer<byte[], byte[]> consumer;
    private final Partitions partitions;
    private final BatchWriter writer;
    private final Applier applier;
    private final Readiness readiness;
    private final StopSignal stop;
    private final Runnable written;
    private final Backoff backoff = new Backoff();
    private final LongAdder withoutKey = new LongAdder();
    private @Nullable Polled held;

    /** What was polled and is not written yet. */
    private record Polled(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
        Polled and(Polled more) {
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(records);
            all.addAll(more.records);
            Map<TopicPartition, Long> last = new HashMap<>(next);
            last.putAll(more.next);
            return new Polled(all, last);
        }

        Polled without(Map<TopicPartition, Claim> claims) {
            List<ConsumerRecord<byte[], byte[]>> left = new ArrayList<>(records);
            left.removeIf(record -> !claims.containsKey(new TopicPartition(record.topic(), record.partition())));
            Map<TopicPartition, Long> here = new HashMap<>(next);
            here.keySet().retainAll(claims.keySet());
            return new Polled(left, here);
        }
    }

    /**
     * A follower that has not begun.
     *
     * @param written told after each batch
     */
    Follower(
            Replica replica,
            Consumer<byte[], byte[]> consumer,
            Partitions partitions,
            BatchWriter writer,
            Applier applier,
            Readiness readiness,
            StopSignal stop,
            Runnable written) {
        this.replica = replica;
        this.consumer = consumer;
        this.partitions = partitions;
        this.writer = writer;
        this.applier = applier;
        this.readiness = readiness;
        this.stop = stop;
        this.written = written;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(replica.topics(), partitions);
            while (!stop.stopped()) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("{}: woken to stop", replica.view());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: replication has stopped for good", replica.view(), e);
            readiness.fail(e);
        } finally {
            close();
        }
    }

    /** How many records had no key since the start. */
    long withoutKey() {
        return withoutKey.sum();
    }

    /** One turn, which takes about as long as a poll. */
    void step() {
        poll();
        if (!backoff.left().isZero()) {
            return;
        }
        try {
            partitions.take();
            write();
            backoff.succeeded();
            consumer.resume(partitions.claims().keySet());
        } catch (FencedException e) {
            LOG.warn("{}: {}; what was not written is read again by whoever has them", replica.view(), e.getMessage());
            partitions.release(e.partitions());
            delay();
        } catch (SQLException | MessagingException e) {
            delay(e);
        }
    }

    private void poll() {
        Duration pause = backoff.left();
        boolean waits = !pause.isZero() && pause.compareTo(POLL) < 0;
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(waits ? pause : POLL);
            hold(records);
        } catch (OffsetOutOfRangeException e) {
            LOG.warn("{}: {}", replica.view(), e.getMessage());
            partitions.release(e.partitions());
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            if (Endings.beyondRepair(e)) {
                throw e;
            }
            LOG.warn("{}: cannot poll for now: {}", replica.view(), e.getMessage());
            stop.pause(POLL);
        }
    }

    /** What was polled is not polled again: it is held before anything else can fail. */
    private void hold(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        Map<TopicPartition, Long> next = new HashMap<>();
        polled.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        partitions.claims().forEach((partition, claim) -> {
            if (!next.containsKey(partition)) {
                moved(partition, claim).ifPresent(position -> next.put(partition, position));
            }
        });
        Polled more = new Polled(records, next);
        Polled all = (held == null ? more : held.and(more)).without(partitions.claims());
        held = all.next().isEmpty() ? null : all;
    }

    /** Positions move without records, too: behind transaction markers, and behind what was aborted. */
    private OptionalLong moved(TopicPartition partition, Claim claim) {
        try {
            long position = consumer.position(partition, POSITION);
            return position == claim.next() ? OptionalLong.empty() : OptionalLong.of(position);
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private void write() throws SQLException {
        Polled polled = held;
        if (polled == null) {
            return;
        }
        Batch batch = read(polled);
        writer.write(batch, partitions.claims());
        partitions.moved(batch.next());
        held = null;
        written.run();
    }

    private Batch read(Polled polled) {
        List<Arrival> arrivals = new ArrayList<>(polled.records().size());
        long keyless = 0;
        for (ConsumerRecord<byte[], byte[]> record : polled.records()) {
            Instant timestamp = Instant.ofEpochMilli(record.timestamp());
            var origin = new Received.Origin(record.topic(), record.partition(), record.offset(), timestamp);
            if (record.key() == null) {
                keyless++;
                applier.passOver(origin);
            } else {
                var message = Applier.encoded(origin, record.key(), record.value(), record.headers());
                replica.input(record.topic())
                        .reader()
                        .read(message, origin)
                        .ifPresent(event -> arrivals.add(new Arrival(record.key(), event, origin)));
            }
        }
        withoutKey.add(keyless);
        return new Batch(arrivals, polled.next());
    }

    /** Whatever it was, it is tried again: who mends it mends it somewhere else. */
    private void delay(Exception failure) {
        delay();
        if (Partitions.passes(failure)) {
            LOG.warn(
                    "{}: trying again in {} ms: {}",
                    replica.view(),
                    backoff.left().toMillis(),
                    failure.getMessage());
        } else {
            LOG.error(
                    "{}: trying again in {} ms", replica.view(), backoff.left().toMillis(), failure);
        }
    }

    /** Nothing more is fetched while what is held waits. */
    private void delay() {
        backoff.failed();
        consumer.pause(consumer.assignment());
    }

    private void close() {
        try {
            consumer.close();
        } catch (RuntimeException e) {
            LOG.warn("{}: the consumer could not be closed", replica.view(), e);
        }
    }
}
