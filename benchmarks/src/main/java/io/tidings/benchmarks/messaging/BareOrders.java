package io.tidings.benchmarks.messaging;

import com.example.shop.Order;
import io.tidings.benchmarks.KafkaClient;
import io.tidings.benchmarks.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients called directly: a loop that sends, and one that polls, decodes and does nothing else; it reads no header but
 * the one its deserializer looks for. */
final class BareOrders implements KafkaClient {

    private final Map<String, Object> settings;
    private final Orders orders;
    private final BareMessages<Order> messages = new BareMessages<>("placed");
    private Object sink = "";

    BareOrders(Map<String, Object> settings, Orders orders) {
        this.settings = settings;
        this.orders = orders;
    }

    @Override
    public String topic() {
        return "orders-bare";
    }

    @Override
    public Turn produce(int count) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(messages.write(topic(), orders.key(0), orders.order(0)))
                    .get();
            Future<RecordMetadata> last = null;
            Turn.Watch watch = Turn.start();
            for (int i = 1; i < count; i++) {
                last = producer.send(messages.write(topic(), orders.key(i), orders.order(i)));
            }
            producer.flush();
            Turn turn = watch.stop(count - 1);
            if (last != null) {
                last.get();
            }
            return turn;
        }
    }

    @Override
    public Turn consume(int count) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic()).stream()
                    .map(partition -> new TopicPartition(topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // Finding the broker and the offset is not what is measured.
            int first = 0;
            while (first == 0) {
                first = take(consumer);
            }
            Turn.Watch watch = Turn.start();
            int received = first;
            while (received < count) {
                received += take(consumer);
            }
            return watch.stop(received - first);
        }
    }

    private int take(KafkaConsumer<byte[], byte[]> consumer) {
        int taken = 0;
        for (ConsumerRecord<byte[], byte[]> received : consumer.poll(Duration.ofSeconds(1))) {
            sink = messages.read(received);
            taken++;
        }
        return taken;
    }

    /** What was read last, so that no compiler leaves the reading out. */
    Object sink() {
        return sink;
    }
}
