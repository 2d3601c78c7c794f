package io.tidings.replication.internal.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the consumers have read. Processors see records only, but offsets also go to transaction markers, aborted records
 * and what compaction removed: without this, a replica of such a topic would never reach the end offset.
 */
final class PollLog {

    private static final long NONE = -1;

    private final Map<TopicPartition, Polled> polls = new ConcurrentHashMap<>();

    /** The offset of the last record handed out, and the consumer's position behind it. */
    private record Polled(long lastRecord, long next) {}

    void observe(ConsumerRecords<?, ?> records) {
        records.nextOffsets().forEach((partition, next) -> {
            var batch = records.records(partition);
            ConsumerRecord<?, ?> last = batch.isEmpty() ? null : batch.get(batch.size() - 1);
            polls.compute(partition, (same, before) -> {
                long kept = before == null ? NONE : before.lastRecord();
                return new Polled(last == null ? kept : last.offset(), next.offset());
            });
        });
    }

    /** The consumer starts on a partition again, from the committed offset. */
    void forget(TopicPartition partition) {
        polls.remove(partition);
    }

    /** Where a partition's processing stands if all records below an offset are processed: there, or past what has no records. */
    long positionAfter(TopicPartition partition, long processed) {
        Polled polled = polls.get(partition);
        return polled != null && polled.lastRecord() < processed ? Math.max(processed, polled.next()) : processed;
    }
}
