package io.tidings.messaging.kafka;

import io.tidings.messaging.StartPosition;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a group begins in partitions that it has committed nothing for. The place is committed at once: until the first
 * message is done there would be nothing, and a group that is stopped before would begin somewhere else the next time.
 */
final class StartPositions {

    private static final Logger LOG = LoggerFactory.getLogger(StartPositions.class);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final StartPosition start;
    private final Duration deadline;

    /** @param deadline how long the broker may take for an answer */
    StartPositions(StartPosition start, Duration deadline) {
        this.start = start;
        this.deadline = deadline;
    }

    /**
     * Moves the consumer, in the callback that assigns these partitions; tries until the broker answers, since to go on
     * without an answer would be to begin elsewhere.
     *
     * @param ending whether to give it up
     */
    void begin(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, BooleanSupplier ending) {
        if (start instanceof StartPosition.Committed || partitions.isEmpty()) {
            return;
        }
        while (!ending.getAsBoolean()) {
            try {
                begin(consumer, Set.copyOf(partitions));
                return;
            } catch (RetriableException e) {
                LOG.warn("Cannot tell yet where to begin in {}: {}", partitions, e.toString());
                LockSupport.parkNanos(PAUSE);
            } catch (CommitFailedException e) {
                LOG.info("{} went to others before it was begun", partitions);
                return;
            }
        }
    }

    private void begin(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, deadline);
        Set<TopicPartition> fresh = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            Map<TopicPartition, Long> places = places(consumer, fresh);
            LOG.info("Begins at {}, where the group has never been", places);
            places.forEach(consumer::seek);
            consumer.commitSync(
                    places.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, place -> new OffsetAndMetadata(place.getValue()))),
                    deadline);
        }
    }

    private Map<TopicPartition, Long> places(Consumer<?, ?> consumer, Set<TopicPartition> fresh) {
        if (start instanceof StartPosition.Beginning) {
            return consumer.beginningOffsets(fresh, deadline);
        }
        Map<TopicPartition, Long> places = new LinkedHashMap<>(consumer.endOffsets(fresh, deadline));
        if (start instanceof StartPosition.At at) {
            long time = at.time().toEpochMilli();
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                    fresh.stream().collect(Collectors.toMap(partition -> partition, partition -> time)), deadline);
            found.forEach((partition, place) -> {
                if (place != null) {
                    places.put(partition, place.offset());
                }
            });
        }
        return places;
    }
}
