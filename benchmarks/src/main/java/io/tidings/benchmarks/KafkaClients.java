package io.tidings.benchmarks;

import com.example.shop.Order;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Everybody who can send and receive orders, by name. Refuses to compare serializers that do not do the same work. */
final class KafkaClients {

    /** So many different orders, over and over: more than the processor's nearest caches hold. */
    private static final int ORDERS = 1_000;

    private static final Map<String, Object> REGISTRY =
            Map.of("schema.registry.url", "mock://end-to-end", "specific.avro.reader", true);

    private final Map<String, Object> settings;
    private final List<Order> orders =
            IntStream.range(0, ORDERS).mapToObj(MediumOrder::make).toList();
    private final List<byte[]> encoded = new ArrayList<>();
    private final Map<String, KafkaClient> clients = new LinkedHashMap<>();

    private KafkaClients(String servers) {
        settings = Map.of("bootstrap.servers", servers, "acks", "all");
    }

    static Map<String, KafkaClient> of(String servers) throws Exception {
        KafkaClients all = new KafkaClients(servers);
        for (Order order : all.orders) {
            all.encoded.add(new AvroPeer(order, false).write());
        }
        all.add("bytes", all.encoded, new ByteArraySerializer(), new ByteArrayDeserializer());
        if (Confluent.present()) {
            all.add("confluent", all.orders, Confluent.serializer(REGISTRY), Confluent.deserializer(REGISTRY));
        }
        AvroSerializer<Order> serializer = new AvroSerializer<>();
        serializer.configure(REGISTRY, false);
        AvroDeserializer<Order> deserializer = new AvroDeserializer<>();
        deserializer.configure(REGISTRY, false);
        all.add("tidings", all.orders, serializer, deserializer);
        ByHand byHand = new ByHand(MediumOrder.make());
        all.add("by hand", all.orders, (topic, order) -> byHand.write(order), (topic, message) -> byHand.read(message));
        all.clients.put("generated client", all.generated(servers));
        return all.clients;
    }

    private <V> void add(String name, List<V> payloads, Serializer<V> serializer, Deserializer<V> deserializer) {
        String topic = name.replace(' ', '-');
        for (int i = 0; i < ORDERS; i++) {
            byte[] message = serializer.serialize(topic, payloads.get(i));
            boolean reads = name.equals("bytes") || orders.get(i).equals(deserializer.deserialize(topic, message));
            if (!reads || !Arrays.equals(encoded.get(i), message)) {
                throw new IllegalStateException(name + " does not agree");
            }
        }
        clients.put(name, new PlainClient<>(topic, settings, payloads, serializer, deserializer));
    }

    private KafkaClient generated(String servers) {
        return new GeneratedClient(
                Map.of(
                        "bootstrap.servers", servers,
                        "schema.registry.url", "mock://generated",
                        "client.id", "bench",
                        // As Kafka's own producer has it; ours does not linger unless told.
                        "producer.linger.ms", "5"),
                orders);
    }
}
