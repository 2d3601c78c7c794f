package io.tidings.replication.internal.keyvalue;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and index entries. An entry counts only if its row has it: an entry may be there before its row, and behind it.
 * As safe for use by several threads as the store is.
 */
public final class KeyValueRows implements Rows {

    private final KeyValues store;
    private final Replica replica;
    private final Layout layout;

    public KeyValueRows(KeyValues store, Replica replica) {
        this.store = store;
        this.replica = replica;
        this.layout = new Layout(replica.order());
    }

    @Override
    public Optional<Row> get(byte[] key) {
        return Optional.ofNullable(store.get(layout.row(key))).map(RowFormat::read);
    }

    @Override
    public void forEach(BiPredicate<byte[], Row> visitor) {
        range(null, null, visitor);
    }

    @Override
    public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
        byte[] first = from == null ? Layout.firstRow() : layout.row(from);
        byte[] behind = to == null ? Layout.behindRows() : justBehind(layout.row(to));
        if (Arrays.compareUnsigned(first, behind) >= 0) {
            return;
        }
        try (KeyValues.Cursor rows = store.range(first, behind)) {
            while (rows.next()) {
                if (!visitor.test(layout.keyOfRow(rows.key()), RowFormat.read(rows.value()))) {
                    return;
                }
            }
        }
    }

    @Override
    public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
        byte[] prefix = layout.prefix(entry);
        try (KeyValues.Cursor entries = store.range(prefix, Layout.behind(prefix))) {
            while (entries.next()) {
                byte[] key = layout.keyOfEntry(entries.key(), prefix.length);
                Row row = get(key).filter(found -> has(found, entry)).orElse(null);
                if (row != null && !visitor.test(key, row)) {
                    return;
                }
            }
        }
    }

    private boolean has(Row row, IndexEntry entry) {
        return row.live() && replica.indexer().entries(row.value()).contains(entry);
    }

    private static byte[] justBehind(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
