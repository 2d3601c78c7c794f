package io.tidings.replication.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is written in one transaction.
 *
 * @param arrivals in the order of each partition
 * @param next for each partition that moves, the offset to apply after the batch. It may be behind the last arrival: what was
 *     passed over in between, transaction markers and what was aborted, is not read again
 */
record Batch(List<Arrival> arrivals, Map<TopicPartition, Long> next) {

    Batch {
        arrivals = List.copyOf(arrivals);
        next = Map.copyOf(next);
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** What is left if others have taken these partitions. */
    Batch without(Collection<TopicPartition> gone) {
        Map<TopicPartition, Long> left = new LinkedHashMap<>(next);
        left.keySet().removeAll(gone);
        return new Batch(
                arrivals.stream()
                        .filter(arrival -> !gone.contains(arrival.partition()))
                        .toList(),
                left);
    }

    /** The same in two batches, to be written one after the other. */
    List<Batch> halves() {
        int middle = arrivals.size() / 2;
        List<Arrival> first = arrivals.subList(0, middle);
        Map<TopicPartition, Long> after = new LinkedHashMap<>();
        first.forEach(arrival -> after.put(arrival.partition(), arrival.origin().offset() + 1));
        return List.of(new Batch(first, after), new Batch(arrivals.subList(middle, arrivals.size()), next));
    }

    /** The same with a single arrival that cannot be kept. */
    Batch poisoned(String reason) {
        return new Batch(List.of(arrivals.get(0).poisoned(reason)), next);
    }

    Map<TopicPartition, List<Arrival>> byPartition() {
        Map<TopicPartition, List<Arrival>> parts = new LinkedHashMap<>();
        next.keySet().forEach(partition -> parts.put(partition, new ArrayList<>()));
        arrivals.forEach(arrival -> parts.computeIfAbsent(arrival.partition(), none -> new ArrayList<>())
                .add(arrival));
        return parts;
    }
}
