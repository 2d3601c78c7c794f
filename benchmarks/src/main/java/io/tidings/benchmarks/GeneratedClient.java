package io.tidings.benchmarks;

import com.example.shop.Order;
import io.tidings.benchmarks.api.HearSubscriber;
import io.tidings.benchmarks.api.TellPublisher;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The client generated from the document: a publisher over Kafka's sink, CloudEvents headers, a subscription in a group. */
final class GeneratedClient implements KafkaClient {

    private final Map<String, String> settings;
    private final List<Order> orders;

    GeneratedClient(Map<String, String> settings, List<Order> orders) {
        this.settings = settings;
        this.orders = orders;
    }

    @Override
    public String topic() {
        return "records";
    }

    @Override
    public Turn produce(int count) throws Exception {
        try (KafkaTransport transport = KafkaTransport.connect(settings)) {
            TellPublisher publisher = new TellPublisher(transport.sink());
            publisher.publishMedium(orders.get(0)).toCompletableFuture().get();
            CompletionStage<Receipt> last = null;
            Turn.Watch watch = Turn.start();
            for (int i = 1; i < count; i++) {
                last = publisher.publishMedium(orders.get(i % orders.size()));
            }
            if (last != null) {
                last.toCompletableFuture().get();
            }
            return watch.stop(count - 1);
        }
    }

    @Override
    public Turn consume(int count) throws Exception {
        Counter counter = new Counter(count);
        String group = "bench-" + UUID.randomUUID();
        try (KafkaTransport transport = KafkaTransport.connect(settings)) {
            HearSubscriber.subscribe(
                    transport, group, HearSubscriber.handling(message -> counter.received(message.payload())));
            counter.all.await();
            return counter.turn();
        }
    }

    /** Called by one worker, since there is one partition. */
    private static final class Counter {
        private final int expected;
        private final CountDownLatch all = new CountDownLatch(1);
        private Turn.Watch watch = Turn.start();
        private Turn turn = watch.stop(0);
        private int received;

        Counter(int expected) {
            this.expected = expected;
        }

        synchronized void received(@Nullable Object payload) {
            Duel.sink = payload;
            received++;
            if (received == 1) {
                watch = Turn.start();
            }
            if (received == expected) {
                turn = watch.stop(received - 1);
                all.countDown();
            }
        }

        synchronized Turn turn() {
            return turn;
        }
    }
}
