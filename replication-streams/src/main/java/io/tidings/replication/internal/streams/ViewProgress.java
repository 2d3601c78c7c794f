package io.tidings.replication.internal.streams;

import io.tidings.replication.core.Tally;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** Which partitions of a view this instance holds, how far each log has come, and what it counts. Safe for several threads. */
final class ViewProgress {

    private static final long UNKNOWN = -1;

    private final Set<String> topics;
    private final PollLog polls;
    private final Runnable onChange;
    private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Followed> followed = new ConcurrentHashMap<>();
    private final LongAdder withoutKey = new LongAdder();
    private final AtomicLong newest = new AtomicLong(UNKNOWN);

    private static final class Followed {
        volatile long processed = UNKNOWN;
        volatile long committed = UNKNOWN;
    }

    /**
     * Follows a view.
     *
     * @param onChange told when a partition comes or goes, before it can be seen and after: whoever looks in between is to
     *     find that something has changed, too
     */
    ViewProgress(Set<String> topics, PollLog polls, Runnable onChange) {
        this.topics = Set.copyOf(topics);
        this.polls = polls;
        this.onChange = onChange;
    }

    /** A task has its store restored and starts; where its input goes on, nobody has told it. */
    void opened(int partition, Tally tally) {
        onChange.run();
        for (String topic : topics) {
            TopicPartition input = new TopicPartition(topic, partition);
            polls.forget(input);
            followed.put(input, new Followed());
        }
        tallies.put(partition, tally);
        onChange.run();
    }

    void closed(int partition) {
        onChange.run();
        tallies.remove(partition);
        topics.forEach(topic -> followed.remove(new TopicPartition(topic, partition)));
        onChange.run();
    }

    /** Everything before an offset's record, and the record itself, was taken into account. */
    void processed(TopicPartition input, long offset, long timestamp) {
        Followed here = followed.get(input);
        if (here != null) {
            here.processed = offset + 1;
        }
        newest.accumulateAndGet(timestamp, Math::max);
    }

    /** Where the group's input went on when the partition was opened. */
    void committed(TopicPartition input, long offset) {
        Followed here = followed.get(input);
        if (here != null) {
            here.committed = offset;
        }
    }

    void passedOverWithoutKey() {
        withoutKey.increment();
    }

    /** The partitions whose rows are here. */
    Set<Integer> partitions() {
        return new TreeSet<>(tallies.keySet());
    }

    /** The logs that are followed here. */
    Set<TopicPartition> inputs() {
        return Set.copyOf(followed.keySet());
    }

    /** Inputs of which {@link #committed} was not told. */
    Set<TopicPartition> unknown() {
        Set<TopicPartition> unknown = new LinkedHashSet<>();
        followed.forEach((input, here) -> {
            if (here.committed == UNKNOWN) {
                unknown.add(input);
            }
        });
        return unknown;
    }

    /** The offset that is applied next; empty if the input is not followed here, or not known yet. */
    OptionalLong position(TopicPartition input) {
        Followed here = followed.get(input);
        long base = here == null ? UNKNOWN : Math.max(here.committed, here.processed);
        return base == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(polls.positionAfter(input, base));
    }

    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new LinkedHashMap<>();
        for (TopicPartition input : inputs()) {
            position(input).ifPresent(offset -> positions.put(input, offset));
        }
        return positions;
    }

    /** The highest timestamp of a record processed; below 0 if there was none. */
    long newest() {
        return newest.get();
    }

    long live() {
        return sum(Tally::live);
    }

    long graves() {
        return sum(Tally::graves);
    }

    long parked() {
        return sum(Tally::parked);
    }

    long withoutKey() {
        return withoutKey.sum();
    }

    private long sum(ToLongFunction<Tally> count) {
        return tallies.values().stream().mapToLong(count).sum();
    }
}
