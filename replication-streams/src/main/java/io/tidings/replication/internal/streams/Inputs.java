package io.tidings.replication.internal.streams;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The input as it was when the application started.
 *
 * @param beginnings the first offsets that were still there
 * @param ends the offsets behind the last records: whoever has come so far has caught up
 */
record Inputs(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {

    Inputs {
        beginnings = Map.copyOf(beginnings);
        ends = Map.copyOf(ends);
    }

    /** Over how many partitions keys are laid out, where all topics have as many. */
    int partitions() {
        return ends.keySet().stream().mapToInt(TopicPartition::partition).max().orElse(0) + 1;
    }

    /** Partitions that came later begin at 0, and have nothing to catch up with. */
    long beginning(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }

    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Whether a view has come as far on all inputs that it follows. */
    boolean passedBy(ViewProgress view) {
        return view.inputs().stream().allMatch(input -> view.position(input).orElse(-1) >= end(input));
    }

    /** The numbers of the partitions, which are the same in all topics. */
    Set<Integer> partitionNumbers() {
        return ends.keySet().stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /**
     * A key's events meet in one task only if all topics lay their keys out over the same number of partitions.
     *
     * @throws IllegalArgumentException if they do not
     */
    void requireTheSameNumberOfPartitions() {
        Map<String, Long> partitions = ends.keySet().stream()
                .collect(Collectors.groupingBy(TopicPartition::topic, TreeMap::new, Collectors.counting()));
        if (Set.copyOf(partitions.values()).size() > 1) {
            throw new IllegalArgumentException(
                    "The topics that feed one partitioned view need the same number of partitions, and have "
                            + partitions + "; take a full copy, or give them as many");
        }
    }
}
