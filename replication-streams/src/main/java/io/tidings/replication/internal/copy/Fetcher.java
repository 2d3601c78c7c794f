package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.Chunk.Arrival;
import io.tidings.replication.internal.copy.Ledger.Place;
import io.tidings.replication.internal.driver.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls and decodes in a thread of its own, a few chunks ahead of the one that applies them. What it cannot go on from is thrown
 * to whoever takes the next chunk.
 */
final class Fetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final int AHEAD = 2;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Decoder decoder;
    private final StopSignal stop = new StopSignal();
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final Queue<Map<TopicPartition, Place>> additions = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private Fetcher(Consumer<byte[], byte[]> consumer, Decoder decoder, String name) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Begins at these places; consumer and decoder are closed at its end. */
    static Fetcher start(
            Consumer<byte[], byte[]> consumer, Decoder decoder, Map<TopicPartition, Place> places, String name) {
        Fetcher fetcher = new Fetcher(consumer, decoder, name);
        fetcher.add(places);
        fetcher.thread.start();
        return fetcher;
    }

    /** Follows more partitions. */
    void add(Map<TopicPartition, Place> places) {
        additions.add(Map.copyOf(places));
    }

    /**
     * The next chunk; null if there is none in time.
     *
     * @throws LogsChangedException if a log does not go on where this stood
     */
    @Nullable Chunk next(Duration patience) throws InterruptedException {
        Chunk chunk = chunks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        Throwable reason = failure;
        if (chunk != null || reason == null) {
            return chunk;
        }
        // It may have fetched one more before it failed.
        Chunk last = chunks.poll();
        if (last != null) {
            return last;
        }
        if (reason instanceof OffsetOutOfRangeException gone) {
            throw LogsChangedException.gone(gone);
        }
        if (reason instanceof RuntimeException exception) {
            throw exception;
        }
        if (reason instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(reason);
    }

    /** Whether there is nothing that could be taken at once. */
    boolean idle() {
        return chunks.isEmpty();
    }

    @Override
    public void close() {
        stop.stop();
        // An interrupt would end it sooner, and have the consumer complain that it could not say good-bye.
        consumer.wakeup();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer;
                decoder) {
            while (!stop.stopped()) {
                assign();
                fetch();
            }
        } catch (WakeupException | InterruptException | InterruptedException e) {
            LOG.debug("The fetcher was asked to stop", e);
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void assign() {
        Map<TopicPartition, Place> added = additions.poll();
        if (added == null) {
            return;
        }
        List<TopicPartition> all = new ArrayList<>(consumer.assignment());
        all.addAll(added.keySet());
        consumer.assign(all);
        added.forEach((partition, place) -> consumer.seek(partition, metadata(place)));
    }

    private static OffsetAndMetadata metadata(Place place) {
        Optional<Integer> epoch = place.epoch() < 0 ? Optional.empty() : Optional.of(place.epoch());
        return new OffsetAndMetadata(place.next(), epoch, "");
    }

    private void fetch() throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(POLL);
        } catch (RetriableException e) {
            // A broker that is away comes back; the position is still there.
            LOG.warn("Cannot fetch for now, trying again: {}", e.getMessage());
            stop.pause(PAUSE);
            return;
        }
        if (!records.nextOffsets().isEmpty()) {
            hand(chunk(records));
        }
    }

    private void hand(Chunk chunk) throws InterruptedException {
        while (!stop.stopped() && !chunks.offer(chunk, PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            // There are enough ahead; whoever applies them is at work.
        }
    }

    private Chunk chunk(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        List<Arrival> arrivals = decoder.decode(records);
        Map<TopicPartition, Place> places = new HashMap<>();
        polled.nextOffsets()
                .forEach((partition, next) -> places.put(
                        partition, new Place(next.offset(), next.leaderEpoch().orElse(-1))));
        return new Chunk(arrivals, places);
    }
}
