package io.tidings.replication.internal.copy;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Progress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the driver's thread tells, as others see it. */
final class CopyProgress implements Progress {

    private final Function<Map<TopicPartition, Long>, Long> lagBehind;
    private final LongAdder withoutKey = new LongAdder();
    private volatile @Nullable Ledger ledger;
    private volatile @Nullable Instant newest;
    private volatile @Nullable Instant caughtUpAt;

    /**
     * A progress of nothing yet.
     *
     * @param lagBehind how far the logs' ends are ahead of positions
     */
    CopyProgress(Function<Map<TopicPartition, Long>, Long> lagBehind) {
        this.lagBehind = lagBehind;
    }

    /** Another store's ledger counts from now on. */
    void show(Ledger opened) {
        ledger = opened;
    }

    void passedOver() {
        withoutKey.increment();
    }

    /** Called by the driver's thread alone. */
    void applied(Chunk chunk) {
        Instant latest = newest;
        for (Chunk.Arrival arrival : chunk.arrivals()) {
            Received.Origin origin = arrival.origin();
            if (latest == null || origin.timestamp().isAfter(latest)) {
                latest = origin.timestamp();
            }
        }
        newest = latest;
    }

    void caughtUp(long at) {
        caughtUpAt = Instant.ofEpochMilli(at);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        Ledger here = ledger;
        return here == null ? Map.of() : here.positions();
    }

    @Override
    public long lag() {
        return lagBehind.apply(positions());
    }

    @Override
    public long live() {
        return count(Tally::live);
    }

    @Override
    public long graves() {
        return count(Tally::graves);
    }

    @Override
    public long parked() {
        return count(Tally::parked);
    }

    @Override
    public long withoutKey() {
        return withoutKey.sum();
    }

    @Override
    public Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    @Override
    public Optional<Instant> caughtUpAt() {
        return Optional.ofNullable(caughtUpAt);
    }

    private long count(ToLongFunction<Tally> count) {
        Ledger here = ledger;
        return here == null ? 0 : count.applyAsLong(here.tally());
    }
}
