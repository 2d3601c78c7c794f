package io.tidings.replication.internal.streams;

import java.util.Collection;
import java.util.Map;
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

    /** Partitions that came later begin at 0, and have nothing to catch up with. */
    long beginning(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }

    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Whether a view has come as far on all partitions that it holds. */
    boolean passedBy(ViewProgress view) {
        return view.partitions().stream().allMatch(partition -> {
            long position = view.position(partition).orElse(-1);
            return position >= end(new TopicPartition(view.topic(), partition));
        });
    }

    boolean passedBy(Collection<ViewProgress> views) {
        return views.stream().allMatch(this::passedBy);
    }
}
