package io.tidings.benchmarks.transactional;

import io.tidings.benchmarks.Quantiles;
import io.tidings.benchmarks.api.PlacePublisher;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How long a message takes from its commit to a consumer that sees what is committed, at a steady rate. The clock starts before
 * the commit is called, since a consumer may be quicker than the caller's next statement: the disk's part is counted.
 */
final class Waiting {

    /** One could not commit a thousand times a second. */
    private static final int WRITERS = 4;

    /** Messages a second that warm up. */
    private static final int QUICKLY = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Site site;
    private final Outbox outbox;

    Waiting(Site site, Outbox outbox) {
        this.site = site;
        this.outbox = outbox;
    }

    /**
     * The waits of so many messages for each contender and round, after some that only warm up. These come quickly, whatever the
     * rate: two hundred a second would leave what the virtual machines have to compile for the minutes after the measurement.
     *
     * @param warming how many warm up in a first round, which is not counted; a fifth of them do before each turn that counts
     */
    List<String> measure(int perSecond, int count, int warming, int rounds) throws Exception {
        Map<String, Forwarder.Start> contenders = Forwarders.waking();
        Quantiles quantiles = new Quantiles("commit to consumer, " + perSecond + "/s");
        List<String> order = new ArrayList<>(contenders.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                outbox.empty();
                try (KafkaConsumer<byte[], byte[]> consumer = site.consumer();
                        Forwarder forwarder =
                                Forwarders.start(Objects.requireNonNull(contenders.get(name)), site, outbox)) {
                    double[] unused = run(consumer, forwarder, QUICKLY, round < 0 ? warming : Math.max(1, warming / 5));
                    if (round >= 0) {
                        quantiles.add(name, run(consumer, forwarder, perSecond, count));
                    }
                }
                site.broker().empty(Site.TOPIC);
            }
        }
        return quantiles.lines(contenders.keySet());
    }

    private double[] run(KafkaConsumer<byte[], byte[]> consumer, Forwarder forwarder, int perSecond, int count)
            throws Exception {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        double[] millis = new double[count];
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            long start = System.nanoTime();
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int first = i;
                writers.add(threads.submit(() -> {
                    write(start, first, perSecond, count, committed, forwarder);
                    return null;
                }));
            }
            long end = start + PATIENCE.toNanos();
            int received = 0;
            while (received < count) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    long now = System.nanoTime();
                    Long began = committed.remove(new String(message.key(), StandardCharsets.UTF_8));
                    if (began != null) {
                        millis[received++] = (now - began) / 1e6;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(received + " of " + count + " have arrived within " + PATIENCE);
                }
                failed(writers);
            }
            return millis;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void failed(List<Future<?>> writers) throws InterruptedException, ExecutionException {
        for (Future<?> writer : writers) {
            if (writer.isDone()) {
                writer.get();
            }
        }
    }

    /** Each has its own of the messages, and is never earlier than the rate says; who is late hurries. */
    private void write(
            long start, int first, int perSecond, int count, Map<String, Long> committed, Forwarder forwarder)
            throws Exception {
        try (Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            PlacePublisher publisher = outbox.publisher(connection);
            for (int i = first; i < count; i += WRITERS) {
                long due = start + i * 1_000_000_000L / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                String key = "wait-" + i;
                var unused = publisher.publish(key, site.orders().order(i));
                committed.put(key, System.nanoTime());
                connection.commit();
                forwarder.wake();
            }
            connection.setAutoCommit(true);
        }
    }
}
