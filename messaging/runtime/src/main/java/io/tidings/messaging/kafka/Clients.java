package io.tidings.messaging.kafka;

import io.tidings.messaging.config.ClientSettings;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Makes Kafka's clients as the settings say. */
final class Clients {

    /** Two clients of one id in one JVM fight over a name in JMX, and Kafka logs a warning. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A dead letter is larger than the record it was, which the broker has taken once. */
    private static final int LARGEST_DEAD_LETTER = 1 << 30;

    /** Replies on a partition that is new wait for this long at most; by default it would be five minutes. */
    private static final String PARTITIONS_MAX_AGE_MILLIS = "10000";

    private final ClientSettings settings;

    Clients(ClientSettings settings) {
        this.settings = settings;
    }

    Admin admin() {
        return Admin.create(named(settings.admin(), "admin"));
    }

    Producer<byte[], byte[]> tirelessProducer() {
        return new KafkaProducer<>(named(settings.tirelessProducer(), "producer"));
    }

    Producer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(named(settings.producer(transactionalId), transactionalId));
    }

    Producer<byte[], byte[]> deadLetterProducer() {
        Map<String, Object> config = named(settings.producer(), "dead-letters");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_DEAD_LETTER);
        return new KafkaProducer<>(config);
    }

    Consumer<byte[], byte[]> consumer(String group, String topic) {
        return new KafkaConsumer<>(named(settings.consumer(group), group + "-" + topic));
    }

    /** @param clientId by which the broker tells it from others */
    ShareConsumer<byte[], byte[]> shareConsumer(String group, String clientId) {
        Map<String, Object> config = settings.shareConsumer(group);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaShareConsumer<>(config);
    }

    /** A client id that no other client has, in this JVM or elsewhere. */
    String uniqueId(String purpose) {
        Object base = settings.consumerWithoutGroup().getOrDefault(ConsumerConfig.CLIENT_ID_CONFIG, "tidings");
        return base + "-" + purpose + "-" + UUID.randomUUID();
    }

    Consumer<byte[], byte[]> replyConsumer(String topic) {
        Map<String, Object> config = named(alone(), "replies-" + topic);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, PARTITIONS_MAX_AGE_MILLIS);
        return new KafkaConsumer<>(config);
    }

    /** In no group, the protocol only says which of Kafka's two consumers it is: the classic one needs no second thread. */
    private Map<String, Object> alone() {
        Map<String, Object> config = settings.consumerWithoutGroup();
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        return config;
    }

    Consumer<byte[], byte[]> reader(String topic) {
        Map<String, Object> config = alone();
        // What is gone by retention is not waited for.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(named(config, "reads-" + topic));
    }

    /** Kafka makes up names of its own where the user gives none. */
    private static Map<String, Object> named(Map<String, Object> config, String purpose) {
        config.computeIfPresent(
                ProducerConfig.CLIENT_ID_CONFIG, (key, base) -> base + "-" + purpose + "-" + COUNT.incrementAndGet());
        return config;
    }
}
