package io.tidings.replication.internal.keyvalue;

import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Removes graves that were kept for long enough, a stretch of the store at a time so that records do not wait for it. Used by
 * the thread that writes the store.
 */
public final class GraveSweep {

    private static final int STRETCH = 10_000;
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private final KeyValues store;
    private final RowTable table;
    private final Layout layout;
    private final Tally tally;
    private final Duration retention;
    private final Clock clock;
    private byte[] from = Layout.firstRow();

    public GraveSweep(KeyValues store, Replica replica, Tally tally, Duration retention, Clock clock) {
        this.store = store;
        this.table = new KeyValueTable(store, replica);
        this.layout = new Layout(replica.order());
        this.tally = tally;
        this.retention = retention;
        this.clock = clock;
    }

    /** How often to {@link #run}. */
    public Duration interval() {
        Duration tenth = retention.dividedBy(10);
        if (tenth.compareTo(SHORTEST_INTERVAL) < 0) {
            return SHORTEST_INTERVAL;
        }
        return tenth.compareTo(LONGEST_INTERVAL) < 0 ? tenth : LONGEST_INTERVAL;
    }

    /** Sweeps the next stretch. */
    public void run() {
        if (tally.graves() == 0) {
            return;
        }
        for (Map.Entry<byte[], Row> expired : nextStretch()) {
            table.remove(expired.getKey(), expired.getValue());
            tally.replace(expired.getValue(), null);
        }
    }

    /** The expired graves of the next stretch; the one after it begins where this one ends. */
    private List<Map.Entry<byte[], Row>> nextStretch() {
        List<Map.Entry<byte[], Row>> expired = new ArrayList<>();
        long now = clock.millis();
        int seen = 0;
        try (KeyValues.Cursor rows = store.range(from, Layout.behindRows())) {
            while (rows.next()) {
                if (seen++ == STRETCH) {
                    from = rows.key();
                    return expired;
                }
                Row row = RowFormat.read(rows.value());
                if (Fold.expired(row, now, retention.toMillis())) {
                    expired.add(Map.entry(layout.keyOfRow(rows.key()), row));
                }
            }
        }
        from = Layout.firstRow();
        return expired;
    }
}
