package io.tidings.replication.internal.keyvalue;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows and their index entries, one after the other. New entries come before the row, old ones go after it: where a crash
 * comes between them there is an entry too many, which readers pass over, and never one too few. An event that comes again after
 * the crash is known by then, and would mend nothing.
 */
public final class KeyValueTable implements RowTable {

    private final KeyValues store;
    private final Replica replica;
    private final Layout layout;

    public KeyValueTable(KeyValues store, Replica replica) {
        this.store = store;
        this.replica = replica;
        this.layout = new Layout(replica.order());
    }

    @Override
    public @Nullable Row get(byte[] key) {
        byte[] row = store.get(layout.row(key));
        return row == null ? null : RowFormat.read(row);
    }

    @Override
    public void put(byte[] key, @Nullable Row before, Row after) {
        List<IndexEntry> old = entries(before);
        List<IndexEntry> now = entries(after);
        for (IndexEntry entry : now) {
            if (!old.contains(entry)) {
                store.put(layout.entry(entry, key), Layout.ENTRY);
            }
        }
        store.put(layout.row(key), RowFormat.write(after));
        for (IndexEntry entry : old) {
            if (!now.contains(entry)) {
                store.delete(layout.entry(entry, key));
            }
        }
    }

    @Override
    public void remove(byte[] key, Row before) {
        store.delete(layout.row(key));
        entries(before).forEach(entry -> store.delete(layout.entry(entry, key)));
    }

    private List<IndexEntry> entries(@Nullable Row row) {
        return row != null && row.live() ? replica.indexer().entries(row.value()) : List.of();
    }
}
