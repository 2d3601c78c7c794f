package io.tidings.messaging.kafka;

import io.tidings.messaging.backlog.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of the partitions that are assigned now. Used by the poll loop's thread, and halted by any. */
final class Lanes<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final LaneOpening<K> opening;
    private final Map<TopicPartition, Lane<K>> open = new ConcurrentHashMap<>();

    Lanes(LaneOpening<K> opening) {
        this.opening = opening;
    }

    /** Goes on from what was committed of each; from the beginning, as far as anyone knows, where nothing was. */
    void open(Collection<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed) {
        partitions.forEach(partition -> open.computeIfAbsent(partition, opened -> {
            OffsetAndMetadata position = committed.get(opened);
            return opening.open(opened, position == null ? Progress.NONE : Commits.progress(position));
        }));
    }

    void add(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            open.computeIfAbsent(partition, opened -> opening.open(opened, Progress.NONE))
                    .add(records.records(partition));
        }
    }

    boolean busy() {
        return open.values().stream().anyMatch(Lane::busy);
    }

    /** How many records are not done. */
    long size() {
        return open.values().stream().mapToLong(Lane::size).sum();
    }

    /** Those that should get no more for now. */
    Set<TopicPartition> saturated() {
        return select(Lane::saturated);
    }

    /** Those that have worked off enough to get more. */
    Set<TopicPartition> hungry() {
        return select(Lane::hungry);
    }

    private Set<TopicPartition> select(Predicate<Lane<K>> which) {
        Set<TopicPartition> selected = new HashSet<>();
        open.forEach((partition, lane) -> {
            if (which.test(lane)) {
                selected.add(partition);
            }
        });
        return selected;
    }

    /** What is done and not committed. */
    Map<TopicPartition, OffsetAndMetadata> uncommitted(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> positions = new LinkedHashMap<>();
        partitions.forEach(partition -> {
            Lane<K> lane = open.get(partition);
            if (lane != null) {
                lane.uncommitted().ifPresent(position -> positions.put(partition, position));
            }
        });
        return positions;
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(open.keySet());
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
        positions.forEach((partition, position) -> {
            Lane<K> lane = open.get(partition);
            if (lane != null) {
                lane.committed(position);
            }
        });
    }

    /** Has no lane take another record, from now on and not only when the poll returns. */
    void halt() {
        open.values().forEach(Lane::stop);
    }

    /** Stops these, and waits for the records at hand. */
    void stop(Collection<TopicPartition> partitions, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        Map<TopicPartition, Lane<K>> stopping = new LinkedHashMap<>(open);
        stopping.keySet().retainAll(partitions);
        stopping.values().forEach(Lane::stop);
        stopping.forEach((partition, lane) -> {
            try {
                if (!lane.awaitIdle(end)) {
                    LOG.warn("The handler still works on {}; the record will be handled again elsewhere", partition);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void forget(Collection<TopicPartition> partitions) {
        open.keySet().removeAll(Set.copyOf(partitions));
        opening.forget(partitions);
    }
}
