package io.tidings.replication.internal.sql;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far all instances together have come, since they share one table: what the offset table says, looked up again when it was
 * looked at a moment ago. While the database is away it is what was known last. Safe for use by several threads.
 */
final class SqlProgress implements Progress {

    private static final long FRESH_NANOS = Duration.ofMillis(20).toNanos();
    private static final String DOING = "Looking up how far the replica has come";

    private final Database database;
    private final OffsetTable offsets;
    private final Logs logs;
    private final Collection<String> topics;
    private final LongSupplier withoutKey;
    private volatile @Nullable Looked looked;
    private volatile @Nullable Instant caughtUpAt;

    private record Looked(long at, List<StoredPosition> lines) {}

    SqlProgress(Database database, OffsetTable offsets, Logs logs, Collection<String> topics, LongSupplier withoutKey) {
        this.database = database;
        this.offsets = offsets;
        this.logs = logs;
        this.topics = topics;
        this.withoutKey = withoutKey;
    }

    /** Something was written: what was looked up is old. */
    void changed() {
        Looked last = looked;
        looked = last == null ? null : new Looked(last.at - FRESH_NANOS, last.lines);
    }

    void caughtUp(Instant at) {
        caughtUpAt = at;
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new LinkedHashMap<>();
        for (StoredPosition line : lines()) {
            if (!OffsetTable.ofNoPartition(line) && line.next() != Claim.BEGINNING) {
                positions.put(line.partition(), line.next());
            }
        }
        return positions;
    }

    @Override
    public long lag() {
        return behind(positions(), logs.ends(Inputs.partitions(logs.describe(topics))));
    }

    static long behind(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    @Override
    public long live() {
        return sum(StoredPosition::live);
    }

    @Override
    public long graves() {
        return sum(StoredPosition::graves);
    }

    @Override
    public long parked() {
        return sum(StoredPosition::parked);
    }

    @Override
    public long withoutKey() {
        return withoutKey.getAsLong();
    }

    @Override
    public Optional<Instant> newest() {
        long newest = lines().stream().mapToLong(StoredPosition::newest).max().orElse(-1);
        return newest < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
    }

    @Override
    public Optional<Instant> caughtUpAt() {
        return Optional.ofNullable(caughtUpAt);
    }

    private long sum(ToLongFunction<StoredPosition> count) {
        return lines().stream().mapToLong(count).sum();
    }

    private List<StoredPosition> lines() {
        Looked last = looked;
        long now = System.nanoTime();
        if (last != null && now - last.at < FRESH_NANOS) {
            return last.lines;
        }
        try {
            List<StoredPosition> lines = database.read(DOING, offsets::read);
            looked = new Looked(now, lines);
            return lines;
        } catch (TransientMessagingException e) {
            return last == null ? List.of() : last.lines;
        }
    }
}
