package io.tidings.benchmarks.messaging;

import io.tidings.benchmarks.KafkaClient;
import io.tidings.benchmarks.Turn;
import io.tidings.benchmarks.api.HandleSubscriber;
import io.tidings.benchmarks.api.PlacePublisher;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/** The generated publisher and subscription, the latter as the only member of a new group. */
final class GeneratedOrders implements KafkaClient {

    private final Map<String, String> settings;
    private final Orders orders;

    GeneratedOrders(Map<String, String> settings, Orders orders) {
        this.settings = settings;
        this.orders = orders;
    }

    @Override
    public String topic() {
        return "orders";
    }

    @Override
    public Turn produce(int count) throws Exception {
        try (KafkaTransport transport = KafkaTransport.connect(settings)) {
            PlacePublisher publisher = new PlacePublisher(transport.sink());
            publisher
                    .publish(orders.key(0), orders.order(0))
                    .toCompletableFuture()
                    .get();
            Tally sent = new Tally(count - 1);
            sent.start();
            for (int i = 1; i < count; i++) {
                CompletionStage<Receipt> unused = publisher
                        .publish(orders.key(i), orders.order(i))
                        .whenComplete((receipt, failure) -> sent.count(failure == null));
            }
            return sent.await();
        }
    }

    @Override
    public Turn consume(int count) throws Exception {
        Tally received = new Tally(count);
        return consume(settings, received, HandleSubscriber.handling(order -> received.count(true)));
    }

    /**
     * With a handler that takes its time.
     *
     * @param workers how many messages are handled at a time
     * @param nanos that each takes, waiting
     */
    Turn consume(int count, int workers, long nanos) throws Exception {
        Map<String, String> more = new HashMap<>(settings);
        more.put("tidings.handler.threads", Integer.toString(workers));
        Tally received = new Tally(count);
        return consume(more, received, HandleSubscriber.handling(order -> {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            received.count(true);
        }));
    }

    private static Turn consume(Map<String, String> settings, Tally received, MessageHandler<String> handler)
            throws Exception {
        try (KafkaTransport transport = KafkaTransport.connect(settings)) {
            HandleSubscriber.subscribe(transport, "bench-" + UUID.randomUUID(), handler);
            return received.await();
        }
    }
}
