package io.tidings.replication.internal.copy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.internal.copy.Chunk.Arrival;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.EventReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes events of records, several at a time: reading one depends on no other. Their order stays. Used by one thread, which
 * takes part in the work.
 */
final class Decoder implements AutoCloseable {

    /** Fewer than these are read sooner than handed over. */
    private static final int WORTH_SHARING = 128;

    private static final int MOST_WORKERS = 4;

    private final Map<String, EventReader> readers;
    private final int workers;
    private final ExecutorService others;

    Decoder(Map<String, EventReader> readers, ThreadFactory threads) {
        this.readers = Map.copyOf(readers);
        this.workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        this.others = Executors.newFixedThreadPool(Math.max(1, workers - 1), threads);
    }

    /**
     * Reads records.
     *
     * @throws io.tidings.messaging.MessagingException a retryable one, if they cannot be read for now
     */
    List<Arrival> decode(List<ConsumerRecord<byte[], byte[]>> records) {
        Arrival[] arrivals = new Arrival[records.size()];
        int share = records.size() < WORTH_SHARING ? records.size() : (records.size() + workers - 1) / workers;
        List<CompletableFuture<Void>> shares = new ArrayList<>();
        for (int from = share; from < records.size(); from += share) {
            int first = from;
            int behind = Math.min(records.size(), from + share);
            shares.add(CompletableFuture.runAsync(() -> decode(records, first, behind, arrivals), others));
        }
        decode(records, 0, share, arrivals);
        shares.forEach(Decoder::await);
        return Arrays.asList(arrivals);
    }

    @Override
    public void close() {
        others.shutdownNow();
    }

    private void decode(List<ConsumerRecord<byte[], byte[]>> records, int from, int to, Arrival[] arrivals) {
        for (int i = from; i < to; i++) {
            arrivals[i] = decode(records.get(i));
        }
    }

    private Arrival decode(ConsumerRecord<byte[], byte[]> record) {
        var origin = new Received.Origin(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
        EventReader reader = readers.get(record.topic());
        if (record.key() == null || reader == null) {
            return new Arrival(null, null, origin);
        }
        EncodedMessage message = Applier.encoded(origin, record.key(), record.value(), record.headers());
        Event event = reader.read(message, origin).orElse(null);
        return new Arrival(record.key(), event, origin);
    }

    private static void await(CompletableFuture<Void> share) {
        try {
            share.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
