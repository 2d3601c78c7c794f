package io.tidings.benchmarks.replication;

import com.example.shop.Order;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.Quantiles;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.VersionSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long it takes from the call that publishes until a view answers with what was published, at a steady rate. */
final class Seeing {

    private static final String TOPIC = "seen";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Broker broker;
    private final Path directory;
    private final int perSecond;
    private final int count;

    private record Sent(String key, long version, long nanos) {}

    Seeing(Broker broker, Path directory, int perSecond, int count) {
        this.broker = broker;
        this.directory = directory;
        this.perSecond = perSecond;
        this.count = count;
    }

    List<String> measure(int rounds) throws Exception {
        Entities entities = new Entities(broker);
        entities.publishOrders(TOPIC, 1);
        ReplicaDefinition<String, Order> view =
                ReplicaDefinition.of("Seen", Entities.channel(TOPIC), Entities.ORDER, VersionSource.header());
        Map<String, ReplicaDefinition<String, Order>> views = new LinkedHashMap<>();
        views.put("partitioned", view);
        views.put("full copy", view.fullCopy());
        Quantiles quantiles = new Quantiles("publish to visible, " + perSecond + "/s");
        List<String> order = new ArrayList<>(views.keySet());
        long version = 2;
        for (int round = 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                String id = "see-" + UUID.randomUUID();
                try (ReplicaCopy<Order> copy = ReplicaCopy.start(
                                broker, Objects.requireNonNull(views.get(name)), id, directory.resolve(id));
                        KafkaTransport owner = KafkaTransport.connect(Entities.settings(broker))) {
                    copy.awaitAll();
                    double[] unused = run(entities, owner, copy.view(), version++, Math.max(1, count / 3));
                    quantiles.add(name, run(entities, owner, copy.view(), version++, count));
                }
            }
        }
        broker.delete(List.of(TOPIC));
        return quantiles.lines(views.keySet());
    }

    private double[] run(
            Entities entities, KafkaTransport owner, ReplicaView<String, Order> view, long version, int messages)
            throws Exception {
        BlockingQueue<Sent> sent = new ArrayBlockingQueue<>(messages);
        double[] millis = new double[messages];
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> publishing = thread.submit(() -> publish(entities, owner, version, messages, sent));
            for (int seen = 0; seen < messages; seen++) {
                Sent next = sent.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    publishing.get();
                    throw new IllegalStateException("Nothing more was published");
                }
                awaitVisible(view, next);
                millis[seen] = (System.nanoTime() - next.nanos()) / 1e6;
            }
            return millis;
        } finally {
            thread.shutdownNow();
        }
    }

    private void publish(
            Entities entities, KafkaTransport owner, long version, int messages, BlockingQueue<Sent> sent) {
        long start = System.nanoTime();
        for (int number = 0; number < messages; number++) {
            long due = start + number * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            String key = Entities.key(number);
            sent.add(new Sent(key, version, System.nanoTime()));
            var unused = owner.sink()
                    .send(OutgoingMessage.of(
                            Entities.channel(TOPIC),
                            Entities.ORDER,
                            key,
                            entities.order(number),
                            SendOptions.version(version)));
        }
    }

    private static void awaitVisible(ReplicaView<String, Order> view, Sent sent) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (view.row(sent.key())
                .filter(row -> row.version() >= sent.version())
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(sent.key() + " did not become visible");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
