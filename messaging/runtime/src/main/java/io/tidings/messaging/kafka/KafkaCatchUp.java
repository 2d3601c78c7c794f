package io.tidings.messaging.kafka;

import io.tidings.messaging.CatchUp;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.config.ClientSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a group has committed what lay before the ends of a topic's partitions. What it has not committed may be no records
 * at all: transactions leave marks in the log, which no consumer sees, so the rest is read.
 */
final class KafkaCatchUp implements CatchUp {

    private static final Duration LOOK = Duration.ofMillis(100);

    /** Where a group stands that has committed nothing. */
    private static final long NEVER = -1;

    private final Admin admin;
    private final SubscriptionSpec<?> spec;
    private final boolean beginsAtItsEnd;
    private final Duration deadline;
    private final Supplier<Consumer<byte[], byte[]>> reader;
    /** Where partitions ended that the group is not known to be done with. Guarded by this object's monitor. */
    private final Map<TopicPartition, Long> ends;
    /** Where the group stood when it was last asked: while it moves on, there is no need to read. */
    private final Map<TopicPartition, Long> seen = new HashMap<>();

    private KafkaCatchUp(
            Admin admin,
            SubscriptionSpec<?> spec,
            boolean beginsAtItsEnd,
            Duration deadline,
            Supplier<Consumer<byte[], byte[]>> reader,
            Map<TopicPartition, Long> ends) {
        this.admin = admin;
        this.spec = spec;
        this.beginsAtItsEnd = beginsAtItsEnd;
        this.deadline = deadline;
        this.reader = reader;
        this.ends = ends;
    }

    /**
     * Remembers where the partitions end now.
     *
     * @param settings say what counts as the end (records of open transactions come later), and where groups begin
     * @param clients read without a group
     */
    static KafkaCatchUp of(
            Admin admin, Topics topics, SubscriptionSpec<?> spec, ClientSettings settings, Clients clients) {
        String topic = spec.channel().address();
        topics.require(topic);
        Map<TopicPartition, OffsetSpec> asked = topics.describe(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        IsolationLevel isolation = settings.isolationLevel().equals("read_committed")
                ? IsolationLevel.READ_COMMITTED
                : IsolationLevel.READ_UNCOMMITTED;
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all(), settings.connectTimeout(), topic)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        ends.values().removeIf(end -> end == 0);
        boolean beginsAtItsEnd = spec.start() instanceof StartPosition.End
                || (spec.start() instanceof StartPosition.Committed
                        && settings.autoOffsetReset().equals("latest"));
        return new KafkaCatchUp(
                admin, spec, beginsAtItsEnd, settings.connectTimeout(), () -> clients.reader(topic), ends);
    }

    @Override
    public synchronized boolean reached() {
        if (ends.isEmpty()) {
            return true;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(spec.group()).partitionsToOffsetAndMetadata(), deadline, topic());
        Map<TopicPartition, Long> standing = new HashMap<>();
        for (TopicPartition partition : Set.copyOf(ends.keySet())) {
            OffsetAndMetadata place = committed.get(partition);
            long offset = place == null ? NEVER : place.offset();
            if (offset >= ends.getOrDefault(partition, 0L) || (place == null && beginsAtItsEnd)) {
                ends.remove(partition);
            } else if (Long.valueOf(offset).equals(seen.put(partition, offset))) {
                standing.put(partition, offset);
            }
        }
        if (!standing.isEmpty()) {
            read(standing);
        }
        return ends.isEmpty();
    }

    /** Looks whether there is any record between where the group stands and the end. */
    private void read(Map<TopicPartition, Long> standing) {
        Set<TopicPartition> unknown = new HashSet<>(standing.keySet());
        try (Consumer<byte[], byte[]> reading = reader.get()) {
            reading.assign(unknown);
            standing.forEach((partition, offset) -> reading.seek(partition, begin(reading, partition, offset)));
            long until = System.nanoTime() + deadline.toNanos();
            while (!unknown.isEmpty() && System.nanoTime() - until < 0) {
                for (ConsumerRecord<byte[], byte[]> record : reading.poll(LOOK)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(partition, 0L)) {
                        unknown.remove(partition);
                    }
                }
                for (TopicPartition partition : List.copyOf(unknown)) {
                    if (reading.position(partition) >= ends.getOrDefault(partition, 0L)) {
                        ends.remove(partition);
                        unknown.remove(partition);
                    }
                }
                reading.pause(standing.keySet().stream()
                        .filter(partition -> !unknown.contains(partition))
                        .toList());
            }
        } catch (KafkaException e) {
            throw KafkaFailures.translate("Reading '" + topic() + "'", topic(), e);
        }
    }

    private long begin(Consumer<?, ?> reading, TopicPartition partition, long offset) {
        if (offset == NEVER && spec.start() instanceof StartPosition.At at) {
            OffsetAndTimestamp place = reading.offsetsForTimes(
                            Map.of(partition, at.time().toEpochMilli()))
                    .get(partition);
            return place == null ? ends.getOrDefault(partition, 0L) : place.offset();
        }
        return Math.max(offset, 0);
    }

    private String topic() {
        return spec.channel().address();
    }

    private static <T> T await(KafkaFuture<T> answer, Duration deadline, String topic) {
        return KafkaFailures.await(
                answer.toCompletionStage().toCompletableFuture(),
                deadline,
                "Asking how far '" + topic + "' is read",
                topic);
    }
}
