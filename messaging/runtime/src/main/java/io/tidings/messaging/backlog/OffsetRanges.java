package io.tidings.messaging.backlog;

import java.util.Map;
import java.util.TreeMap;

/** A set of offsets, kept as ranges that do not touch each other. */
final class OffsetRanges {

    /** The end of each range, exclusive, by its start. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    /** Adds all from {@code start} to before {@code end}. */
    void add(long start, long end) {
        long from = start;
        long to = end;
        Map.Entry<Long, Long> before = ends.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
        }
        for (Map.Entry<Long, Long> after = ends.ceilingEntry(from);
                after != null && after.getKey() <= to;
                after = ends.ceilingEntry(from)) {
            to = Math.max(to, after.getValue());
            ends.remove(after.getKey());
        }
        ends.put(from, to);
    }

    boolean contains(long offset) {
        return endAround(offset) > offset;
    }

    /** The end of the range that the offset is in; the offset itself if it is in none. */
    long endAround(long offset) {
        Map.Entry<Long, Long> range = ends.floorEntry(offset);
        return range == null ? offset : Math.max(range.getValue(), offset);
    }

    /** Above all of them; 0 if there is none. */
    long end() {
        return ends.isEmpty() ? 0 : ends.lastEntry().getValue();
    }

    /** Forgets everything below. */
    void removeBelow(long offset) {
        long end = endAround(offset);
        ends.headMap(offset, true).clear();
        if (end > offset) {
            ends.put(offset, end);
        }
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    /** Start and exclusive end of each range, ascending. */
    Iterable<Map.Entry<Long, Long>> inOrder() {
        return ends.entrySet();
    }

    OffsetRanges copy() {
        OffsetRanges copy = new OffsetRanges();
        copy.ends.putAll(ends);
        return copy;
    }

    void addAll(OffsetRanges others) {
        others.ends.forEach(this::add);
    }
}
