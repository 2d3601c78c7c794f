package io.tidings.messaging.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what is in partitions now, from given places to where they end at this moment. */
final class Excerpt {

    private static final Duration POLL = Duration.ofMillis(100);

    private Excerpt() {}

    /**
     * Reads with a consumer that belongs to no group.
     *
     * @param reader says whether to go on
     */
    static void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> from,
            Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(from.keySet());
        from.forEach((partition, offset) -> consumer.seek(partition, Math.max(0, offset)));
        // The position counts what is not handed out, too: markers of transactions, and aborted records.
        Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end && !reader.test(record)) {
                    return;
                }
            }
        }
    }
}
