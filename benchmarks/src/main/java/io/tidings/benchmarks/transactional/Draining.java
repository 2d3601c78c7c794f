package io.tidings.benchmarks.transactional;

import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** How quickly an outbox is emptied: from the commit of one transaction with all messages until all are sent. */
final class Draining {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Site site;
    private final Outbox outbox;
    private final int messages;

    Draining(Site site, Outbox outbox, int messages) {
        this.site = site;
        this.outbox = outbox;
        this.messages = messages;
    }

    List<String> measure(int rounds) throws Exception {
        outbox.prepare(messages);
        Map<String, Forwarder.Start> contenders = Forwarders.draining();
        Results results = new Results("drain", Forwarders.DEBEZIUM);
        List<String> order = new ArrayList<>(contenders.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                // Who is so much slower has fewer to send, or would take all the time.
                boolean slow = name.equals(Forwarders.DEBEZIUM) || name.equals(Forwarders.NAIVE);
                int count = slow || round < 0 ? Math.max(1, messages / 4) : messages;
                Turn turn = drain(Objects.requireNonNull(contenders.get(name)), count, name);
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        return results.lines(contenders.keySet());
    }

    private Turn drain(Forwarder.Start start, int count, String name) throws Exception {
        outbox.empty();
        try (KafkaConsumer<byte[], byte[]> consumer = site.consumer()) {
            Turn turn;
            try (Forwarder forwarder = Forwarders.start(start, site, outbox)) {
                outbox.fill(count);
                Turn.Watch watch = Turn.start();
                forwarder.wake();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!forwarder.hasSent(count + 1)) {
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException(name + " has not sent " + count + " within " + PATIENCE);
                    }
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                }
                turn = watch.stop(count);
            }
            check(consumer, count, name);
            site.broker().empty(Site.TOPIC);
            return turn;
        }
    }

    /** All who contend must have done the same work: each message is there once, those of a key in their order. */
    private void check(KafkaConsumer<byte[], byte[]> consumer, int count, String name) {
        Arrivals arrivals = new Arrivals(outbox.places());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (arrivals.count() < count && System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                arrivals.add(message);
            }
        }
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
            arrivals.add(message);
        }
        arrivals.check(count, name);
    }
}
