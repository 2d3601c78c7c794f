package io.tidings.messaging.config;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How Kafka's clients are set where the user says nothing, and what they must be whatever the user says. */
final class KafkaDefaults {

    static final String BYTES_SERIALIZER = "org.apache.kafka.common.serialization.ByteArraySerializer";
    static final String BYTES_DESERIALIZER = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    /** No lingering: Kafka 4's 5 ms quintuple the time of a request and its reply. */
    static final Map<String, String> PRODUCER =
            Map.of(ProducerConfig.LINGER_MS_CONFIG, "0", ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");

    /**
     * Whoever sends a transaction hands over much at once and then waits for all of it: Kafka's 16 KB make 27 requests of what
     * fits into five, for several times the processor time.
     */
    static final Map<String, String> TRANSACTIONAL_PRODUCER = Map.of(ProducerConfig.BATCH_SIZE_CONFIG, "131072");

    static final Map<String, String> CONSUMER = Map.of(
            ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

    /** What order and "acknowledged means kept" rest on. */
    static final Map<String, String> PRODUCER_FIXED = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            "true",
            ProducerConfig.RETRIES_CONFIG,
            Integer.toString(Integer.MAX_VALUE),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            BYTES_SERIALIZER,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            BYTES_SERIALIZER);

    /** Offsets are committed for what is done, and topics are made on purpose. */
    static final Map<String, String> CONSUMER_FIXED = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            "false",
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            BYTES_DESERIALIZER,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            BYTES_DESERIALIZER);

    private KafkaDefaults() {}
}
