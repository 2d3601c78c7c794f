package io.tidings.replication.internal.streams;

import io.tidings.replication.core.Tally;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** Which partitions of a view this instance holds, how far each has come, and what it counts. Safe for several threads. */
final class ViewProgress {

    private static final long UNKNOWN = -1;

    private final String topic;
    private final PollLog polls;
    private final Runnable onChange;
    private final Map<Integer, Open> open = new ConcurrentHashMap<>();
    private final LongAdder withoutKey = new LongAdder();

    private static final class Open {
        final Tally tally;
        volatile long processed = UNKNOWN;
        volatile long committed = UNKNOWN;

        Open(Tally tally) {
            this.tally = tally;
        }
    }

    /**
     * Follows a view.
     *
     * @param onChange told when a partition comes or goes
     */
    ViewProgress(String topic, PollLog polls, Runnable onChange) {
        this.topic = topic;
        this.polls = polls;
        this.onChange = onChange;
    }

    String topic() {
        return topic;
    }

    /** A task has its store restored and starts; where its input goes on, nobody has told it. */
    void opened(int partition, Tally tally) {
        polls.forget(new TopicPartition(topic, partition));
        open.put(partition, new Open(tally));
        onChange.run();
    }

    void closed(int partition) {
        open.remove(partition);
        onChange.run();
    }

    void processed(int partition, long offset) {
        Open here = open.get(partition);
        if (here != null) {
            here.processed = offset + 1;
        }
    }

    /** Where the group's input went on when the partition was opened. */
    void committed(int partition, long offset) {
        Open here = open.get(partition);
        if (here != null) {
            here.committed = offset;
        }
    }

    void passedOverWithoutKey() {
        withoutKey.increment();
    }

    boolean holdsNothing() {
        return open.isEmpty();
    }

    Set<Integer> partitions() {
        return new TreeSet<>(open.keySet());
    }

    /** Partitions of which {@link #committed} was not told. */
    Set<Integer> unknown() {
        Set<Integer> unknown = new TreeSet<>();
        open.forEach((partition, here) -> {
            if (here.committed == UNKNOWN) {
                unknown.add(partition);
            }
        });
        return unknown;
    }

    /** The offset that a partition applies next; empty if it is not held, or not known yet. */
    OptionalLong position(int partition) {
        Open here = open.get(partition);
        long base = here == null ? UNKNOWN : Math.max(here.committed, here.processed);
        return base == UNKNOWN
                ? OptionalLong.empty()
                : OptionalLong.of(polls.positionAfter(new TopicPartition(topic, partition), base));
    }

    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        for (int partition : partitions()) {
            position(partition).ifPresent(offset -> positions.put(partition, offset));
        }
        return positions;
    }

    long live() {
        return sum(Tally::live);
    }

    long parked() {
        return sum(Tally::parked);
    }

    long withoutKey() {
        return withoutKey.sum();
    }

    private long sum(ToLongFunction<Tally> count) {
        return open.values().stream()
                .mapToLong(here -> count.applyAsLong(here.tally))
                .sum();
    }
}
