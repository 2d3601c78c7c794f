package io.tidings.replication.internal.generations;

import io.tidings.replication.core.KeyMarks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the keys of partitions, from their beginnings to where they end now. Values are fetched, and not looked at. What aborted
 * transactions have written counts as seen: it keeps a row too long, and never buries one.
 */
final class KeyScan {

    private static final Duration POLL = Duration.ofMillis(200);

    private KeyScan() {}

    /**
     * Reads. Takes as long as that takes.
     *
     * @param settings of a client; what they say about other clients is passed over
     */
    static KeyMarks of(Map<String, Object> settings, Set<TopicPartition> partitions) {
        KeyMarks marks = new KeyMarks();
        try (Consumer<byte[], byte[]> consumer = consumer(settings, IsolationLevel.READ_UNCOMMITTED)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.key() != null) {
                        marks.mark(record.key());
                    }
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptException("The reading was interrupted");
                }
            }
        }
        return marks;
    }

    /** A consumer in no group, of what was committed. */
    static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return consumer(settings, IsolationLevel.READ_COMMITTED);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings, IsolationLevel isolation) {
        Map<String, Object> consumer = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (ConsumerConfig.configNames().contains(name)) {
                consumer.put(name, value);
            }
        });
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        // Where to go on is always said. To jump to an end instead would be to pass over keys, and nobody would know.
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
