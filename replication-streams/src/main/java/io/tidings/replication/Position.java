package io.tidings.replication;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a view has come.
 *
 * @param address the topic
 * @param offsets for each partition that this instance holds, the offset that it will apply next
 */
public record Position(String address, SortedMap<Integer, Long> offsets) {

    public Position {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    static Position of(String address, Map<Integer, Long> offsets) {
        return new Position(address, new TreeMap<>(offsets));
    }

    /** Whether the record at this offset was taken into account, by this instance. */
    public boolean includes(int partition, long offset) {
        Long next = offsets.get(partition);
        return next != null && next > offset;
    }
}
