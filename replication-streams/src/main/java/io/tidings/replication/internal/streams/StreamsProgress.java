package io.tidings.replication.internal.streams;

import io.tidings.replication.internal.driver.Progress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a view's stream threads have come, and the broker's ends. */
final class StreamsProgress implements Progress {

    private final ViewProgress view;
    private final BrokerProbe broker;
    private final Supplier<@Nullable Instant> caughtUpAt;

    StreamsProgress(ViewProgress view, BrokerProbe broker, Supplier<@Nullable Instant> caughtUpAt) {
        this.view = view;
        this.broker = broker;
        this.caughtUpAt = caughtUpAt;
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return view.positions();
    }

    @Override
    public long lag() {
        Map<TopicPartition, Long> positions = view.positions();
        return broker.ends(positions.keySet()).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    @Override
    public long live() {
        return view.live();
    }

    @Override
    public long graves() {
        return view.graves();
    }

    @Override
    public long parked() {
        return view.parked();
    }

    @Override
    public long withoutKey() {
        return view.withoutKey();
    }

    @Override
    public Optional<Instant> newest() {
        long newest = view.newest();
        return newest < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
    }

    @Override
    public Optional<Instant> caughtUpAt() {
        return Optional.ofNullable(caughtUpAt.get());
    }
}
