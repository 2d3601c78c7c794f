package io.tidings.replication.internal.generations;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of the channels once more, up to where the driver has come, and applies it under the guard, while the driver goes on:
 * a row that is newer stays as it is. So it mends rows that were lost, and keys that were parked and can be understood now; rows that
 * come out differently today want another generation.
 */
public final class Reprocessing {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int AT_ONCE = 2_000;

    private final Map<String, Object> settings;
    private final Clock clock;

    /**
     * From a cluster.
     *
     * @param settings of a client
     */
    public Reprocessing(Map<String, Object> settings, Clock clock) {
        this.settings = Map.copyOf(settings);
        this.clock = clock;
    }

    /** Reads from the first records that are not older than a time; returns how many rows have changed. */
    public long from(ViewDriver driver, Instant time) {
        Map<TopicPartition, Long> ends = driver.progress().positions();
        try (Consumer<byte[], byte[]> consumer = KeyScan.consumer(settings)) {
            Map<TopicPartition, Long> times = new LinkedHashMap<>();
            ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
            Map<TopicPartition, Long> begins = new LinkedHashMap<>();
            consumer.offsetsForTimes(times).forEach((partition, found) -> begins.put(partition, offset(found)));
            return between(driver, consumer, begins, ends);
        }
    }

    /** Reads one partition from an offset; returns how many rows have changed. */
    public long from(ViewDriver driver, TopicPartition partition, long offset) {
        Long end = driver.progress().positions().get(partition);
        if (end == null) {
            throw new IllegalArgumentException(
                    partition + " is not followed by view '" + driver.replica().view() + "' on this instance");
        }
        try (Consumer<byte[], byte[]> consumer = KeyScan.consumer(settings)) {
            return between(driver, consumer, Map.of(partition, offset), Map.of(partition, end));
        }
    }

    private static long offset(@Nullable OffsetAndTimestamp found) {
        return found == null ? Long.MAX_VALUE : found.offset();
    }

    private long between(
            ViewDriver driver,
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> left = new LinkedHashMap<>(ends);
        left.entrySet().removeIf(end -> begins.getOrDefault(end.getKey(), Long.MAX_VALUE) >= end.getValue());
        consumer.assign(left.keySet());
        Map<TopicPartition, Long> first = consumer.beginningOffsets(left.keySet());
        left.keySet()
                .forEach(partition -> consumer.seek(
                        partition, Math.max(first.getOrDefault(partition, 0L), begins.getOrDefault(partition, 0L))));
        long changed = 0;
        List<CompletionStage<Boolean>> underWay = new ArrayList<>();
        while (left.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                apply(driver, record).ifPresent(underWay::add);
                if (underWay.size() >= AT_ONCE) {
                    changed += finished(underWay);
                }
            }
        }
        return changed + finished(underWay);
    }

    private static long finished(List<CompletionStage<Boolean>> underWay) {
        long changed = underWay.stream().filter(Waiting::on).count();
        underWay.clear();
        return changed;
    }

    private Optional<CompletionStage<Boolean>> apply(ViewDriver driver, ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        if (key == null) {
            return Optional.empty();
        }
        Replica replica = driver.replica();
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        var origin = new Received.Origin(record.topic(), record.partition(), record.offset(), timestamp);
        return replica.input(record.topic())
                .reader()
                .read(Applier.encoded(origin, key, record.value(), record.headers()), origin)
                .map(event -> driver.edit(key, row -> change(replica, row, event)));
    }

    private Optional<RowEdit.Change> change(Replica replica, @Nullable Row row, Event event) {
        Decision decision = Fold.fold(row, event, clock.millis());
        if (decision instanceof Decision.Applied applied) {
            // An index is the user's code; what it throws ends this, and not the driver.
            var unused = replica.indexer().entries(applied.row().value());
            return Optional.of(new RowEdit.Replace(applied.row()));
        }
        if (decision instanceof Decision.Grave grave) {
            return Optional.of(new RowEdit.Replace(grave.row()));
        }
        return decision instanceof Decision.Parked parked
                ? Optional.of(new RowEdit.Replace(parked.row()))
                : Optional.empty();
    }
}
