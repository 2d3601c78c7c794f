package io.tidings.replication.internal.streams;

import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.core.Tally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Removes graves that were kept for long enough, a stretch of the store at a time so that records do not wait for it. */
final class GraveSweep {

    private static final int STRETCH = 10_000;
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private final KeyValueStore<Bytes, byte[]> store;
    private final Tally tally;
    private final Duration retention;
    private final Clock clock;
    private @Nullable Bytes from;

    GraveSweep(KeyValueStore<Bytes, byte[]> store, Tally tally, Duration retention, Clock clock) {
        this.store = store;
        this.tally = tally;
        this.retention = retention;
        this.clock = clock;
    }

    Duration interval() {
        Duration tenth = retention.dividedBy(10);
        if (tenth.compareTo(SHORTEST_INTERVAL) < 0) {
            return SHORTEST_INTERVAL;
        }
        return tenth.compareTo(LONGEST_INTERVAL) < 0 ? tenth : LONGEST_INTERVAL;
    }

    void run() {
        if (tally.graves() == 0) {
            return;
        }
        for (KeyValue<Bytes, Row> expired : nextStretch()) {
            store.delete(expired.key);
            tally.replace(expired.value, null);
        }
    }

    /** The expired graves of the next stretch; the one after it begins where this one ends. */
    private List<KeyValue<Bytes, Row>> nextStretch() {
        List<KeyValue<Bytes, Row>> expired = new ArrayList<>();
        long now = clock.millis();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, null)) {
            for (int seen = 0; seen < STRETCH && rows.hasNext(); seen++) {
                KeyValue<Bytes, byte[]> entry = rows.next();
                Row row = RowFormat.read(entry.value);
                if (Fold.expired(row, now, retention.toMillis())) {
                    expired.add(KeyValue.pair(entry.key, row));
                }
            }
            from = rows.hasNext() ? rows.peekNextKey() : null;
        }
        return expired;
    }
}
