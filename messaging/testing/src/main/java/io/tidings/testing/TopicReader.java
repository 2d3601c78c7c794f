package io.tidings.testing;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks into a Kafka topic: everything that is committed there by now, as it is. Safe for use by several threads. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private static final byte[] NOTHING = {};

    private final String bootstrapServers;

    public TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The dead letters of a group; {@link DeadLetters} names their headers. None if none has ever been. */
    public List<EncodedMessage> deadLetters(String address, String group) {
        return messages(DeadLetters.address(address, group));
    }

    /** The messages of a topic, partition by partition; none if there is no such topic. */
    public List<EncodedMessage> messages(String topic) {
        List<EncodedMessage> messages = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            if (!consumer.listTopics().containsKey(topic)) {
                return List.of();
            }
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // The consumer's own position counts what is not handed out: markers of transactions, and aborted messages.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> messages.add(message(record)));
            }
        }
        return messages;
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static EncodedMessage message(ConsumerRecord<byte[], byte[]> record) {
        List<EncodedMessage.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new EncodedMessage.Header(header.key(), header.value() == null ? NOTHING : header.value()));
        }
        Header id = record.headers().lastHeader("ce_id");
        String place = record.topic() + "-" + record.partition() + "-" + record.offset();
        return new EncodedMessage(
                id == null ? place : new String(id.value(), StandardCharsets.UTF_8),
                record.topic(),
                record.key(),
                record.value(),
                headers);
    }
}
