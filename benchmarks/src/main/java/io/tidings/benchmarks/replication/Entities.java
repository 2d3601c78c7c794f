package io.tidings.benchmarks.replication;

import com.example.shop.Order;
import com.example.shop.Purchase;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.MediumOrder;
import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The owner: topics of entities, each message with its entity's version. */
final class Entities {

    static final int PARTITIONS = 4;

    /** Of which the large topic tells, each many times. */
    static final int KEYS = 50_000;

    static final MessageType<Order> ORDER = new MessageType<>("placed", Order.class, Order.getClassSchema());
    static final MessageType<Purchase> PURCHASE = new MessageType<>("small", Purchase.class, Purchase.getClassSchema());

    private static final int AT_ONCE = 10_000;
    private static final int ORDERS = 1_000;

    private final Broker broker;
    private final List<Order> orders =
            IntStream.range(0, ORDERS).mapToObj(MediumOrder::make).toList();

    Entities(Broker broker) {
        this.broker = broker;
    }

    static Channel<String> channel(String topic) {
        return new Channel<>(topic, topic, KeyType.STRING);
    }

    /** What clients of the owner and of its replicas are told. */
    static Map<String, String> settings(Broker broker) {
        return Map.of(
                "bootstrap.servers", broker.servers(), "schema.registry.url", "mock://entities", "client.id", "bench");
    }

    static String key(int number) {
        return "entity-" + number;
    }

    Order order(int number) {
        return orders.get(number % ORDERS);
    }

    /** Medium messages, entity after entity, and again with the next version. */
    void publishOrders(String topic, int messages) throws Exception {
        publish(
                topic,
                messages,
                number -> OutgoingMessage.of(
                        channel(topic),
                        ORDER,
                        key(number % KEYS),
                        order(number),
                        SendOptions.version(1 + number / KEYS)));
    }

    /** Small messages, each of another entity. */
    void publishPurchases(String topic, int messages) throws Exception {
        publish(
                topic,
                messages,
                number -> OutgoingMessage.of(
                        channel(topic), PURCHASE, key(number), purchase(number), SendOptions.version(1)));
    }

    static Purchase purchase(int number) {
        return Purchase.newBuilder()
                .setId(key(number))
                .setCustomer("customer-" + number % 1_000)
                .setAmount(4_711L + number)
                .setQuantity(number % 100)
                .setDiscount(0.25)
                .setExpress(number % 2 == 0)
                .setVoucher(number % 3 == 0 ? "WELCOME-" + number : null)
                .setWeight(1.5f)
                .build();
    }

    private void publish(String topic, int messages, IntFunction<OutgoingMessage<String, ?>> message) throws Exception {
        broker.create(topic, PARTITIONS);
        try (KafkaTransport transport = KafkaTransport.connect(settings(broker))) {
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            for (int number = 0; number < messages; number++) {
                receipts.add(transport.sink().send(message.apply(number)).toCompletableFuture());
                if (receipts.size() == AT_ONCE) {
                    receipts.forEach(CompletableFuture::join);
                    receipts.clear();
                }
            }
            receipts.forEach(CompletableFuture::join);
        }
    }
}
