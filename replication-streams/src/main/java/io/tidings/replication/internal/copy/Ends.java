package io.tidings.replication.internal.copy;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where logs ended.
 *
 * @param at when that was asked, in milliseconds since 1970
 * @param offsets behind the last records that may be read
 */
record Ends(long at, Map<TopicPartition, Long> offsets) {

    Ends {
        offsets = Map.copyOf(offsets);
    }

    /** Whether somebody has come so far everywhere. */
    boolean reachedBy(Map<TopicPartition, Long> positions) {
        return offsets.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }
}
