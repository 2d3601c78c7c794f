package io.tidings.replication.internal.keyvalue;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Replica;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes index entries that a crash left behind: those whose row does not have them. Readers pass them over, but they would be
 * there for ever, and what they say of a row may be what was to be forgotten. A stretch of the store at a time, so that records
 * do not wait for it. Used by the thread that writes the store.
 */
public final class EntrySweep {

    private static final int STRETCH = 2_000;

    private final KeyValues store;
    private final Replica replica;
    private final Layout layout;
    private byte[] from = Layout.firstEntry();

    public EntrySweep(KeyValues store, Replica replica) {
        this.store = store;
        this.replica = replica;
        this.layout = new Layout(replica.order());
    }

    /**
     * Sweeps the next stretch.
     *
     * @return how many entries it removed
     */
    public int run() {
        List<byte[]> orphans = nextStretch();
        orphans.forEach(store::delete);
        return orphans.size();
    }

    /** The next stretch's entries without a row; the one after it begins where this one ends. */
    private List<byte[]> nextStretch() {
        List<byte[]> orphans = new ArrayList<>();
        int seen = 0;
        try (KeyValues.Cursor entries = store.range(from, Layout.behindEntries())) {
            while (entries.next()) {
                if (seen++ == STRETCH) {
                    from = entries.key();
                    return orphans;
                }
                if (!rowHas(entries.key())) {
                    orphans.add(entries.key());
                }
            }
        }
        from = Layout.firstEntry();
        return orphans;
    }

    private boolean rowHas(byte[] bytes) {
        Layout.Entry entry = layout.entry(bytes);
        byte @Nullable [] stored = entry == null ? null : store.get(layout.row(entry.key()));
        if (entry == null || stored == null) {
            return false;
        }
        Row row = RowFormat.read(stored);
        return row.live() && has(row, entry.entry());
    }

    private boolean has(Row row, IndexEntry entry) {
        return replica.indexer().entries(row.value()).contains(entry);
    }
}
