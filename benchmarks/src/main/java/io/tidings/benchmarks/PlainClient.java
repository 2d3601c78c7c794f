package io.tidings.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Kafka's own clients, as set by default, with one serializer and one deserializer. */
final class PlainClient<V> implements KafkaClient {

    private final String topic;
    private final Map<String, Object> settings;
    private final List<V> payloads;
    private final Serializer<V> serializer;
    private final Deserializer<V> deserializer;

    PlainClient(
            String topic,
            Map<String, Object> settings,
            List<V> payloads,
            Serializer<V> serializer,
            Deserializer<V> deserializer) {
        this.topic = topic;
        this.settings = settings;
        this.payloads = payloads;
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Turn produce(int count) throws Exception {
        try (KafkaProducer<byte[], V> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new Kept<>(serializer, deserializer))) {
            producer.partitionsFor(topic);
            Future<RecordMetadata> last = null;
            Turn.Watch watch = Turn.start();
            for (int i = 0; i < count; i++) {
                last = producer.send(new ProducerRecord<>(topic, payloads.get(i % payloads.size())));
            }
            producer.flush();
            Turn turn = watch.stop(count);
            if (last != null) {
                last.get();
            }
            return turn;
        }
    }

    @Override
    public Turn consume(int count) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], V> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new Kept<>(serializer, deserializer))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
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

    private int take(KafkaConsumer<byte[], V> consumer) {
        int taken = 0;
        for (ConsumerRecord<byte[], V> received : consumer.poll(Duration.ofSeconds(1))) {
            Duel.sink = received.value();
            taken++;
        }
        return taken;
    }

    /** Clients close what they are given; here it serves for many of them. */
    private record Kept<V>(Serializer<V> serializer, Deserializer<V> deserializer)
            implements Serializer<V>, Deserializer<V> {

        @Override
        public byte[] serialize(String topic, V data) {
            return serializer.serialize(topic, data);
        }

        @Override
        public V deserialize(String topic, byte[] data) {
            return deserializer.deserialize(topic, data);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {}

        @Override
        public void close() {}
    }
}
