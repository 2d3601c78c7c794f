package io.tidings.replication.internal.sql;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowTable;
import io.tidings.replication.internal.sql.layout.SqlColumn;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import io.tidings.replication.internal.sql.layout.SqlType;
import io.tidings.replication.internal.sql.layout.UnfitValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one batch, in memory: a key's events follow each other here, in their order, and only what they come to is written.
 * Used by one thread.
 */
final class BatchTable implements RowTable {

    private final Replica replica;
    private final SqlSchema schema;
    private final Map<KeyBytes, Row> stored;
    private final TreeMap<KeyBytes, Changed> changed = new TreeMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Changed(Row row, @Nullable Object[] columns) {}

    /** Over the rows of all the batch's keys, which are locked. */
    BatchTable(Replica replica, SqlSchema schema, Map<KeyBytes, Row> stored) {
        this.replica = replica;
        this.schema = schema;
        this.stored = stored;
    }

    @Override
    public @Nullable Row get(byte[] key) {
        KeyBytes kept = kept(key);
        Changed now = changed.get(kept);
        return now == null ? stored.get(kept) : now.row();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnfitValueException if no table can hold the row; then nothing has changed
     */
    @Override
    public void put(byte[] key, @Nullable Row before, Row after) {
        KeyBytes kept = kept(key);
        changed.put(kept, new Changed(after, columns(key, kept, after)));
    }

    @Override
    public void remove(byte[] key, Row before) {
        throw new UnsupportedOperationException("Graves are swept by SQL");
    }

    /** Lines that were not there before the batch, in the order of their keys. */
    List<@Nullable Object[]> inserts() {
        return lines(false);
    }

    /** Lines that were there, in the order of their keys. */
    List<@Nullable Object[]> updates() {
        return lines(true);
    }

    private List<@Nullable Object[]> lines(boolean there) {
        List<@Nullable Object[]> lines = new ArrayList<>();
        changed.forEach((key, change) -> {
            if (stored.containsKey(key) == there) {
                lines.add(change.columns());
            }
        });
        return lines;
    }

    private KeyBytes kept(byte[] key) {
        return new KeyBytes(replica.order().kept(key));
    }

    private @Nullable Object[] columns(byte[] key, KeyBytes kept, Row row) {
        @Nullable Object[] line = new Object[schema.columns().size()];
        Row.Parked parked = row.parked();
        line[0] = kept.bytes();
        line[1] = state(row);
        line[2] = row.version();
        line[3] = Instant.ofEpochMilli(row.since()).toString();
        line[4] = parked == null ? null : parked.reason().replace('\0', ' ');
        line[5] = RowFormat.write(row);
        int at = SqlSchema.OWN.size();
        at = fill(line, at, keyColumns(key, row));
        at = fill(
                line,
                at,
                row.live()
                        ? schema.fields().values(row.value().bytes())
                        : schema.fields().none());
        fill(line, at, entries(row));
        return line;
    }

    private static int fill(@Nullable Object[] line, int at, @Nullable Object[] values) {
        System.arraycopy(values, 0, line, at, values.length);
        return at + values.length;
    }

    /** What is no key of its type is parked, and its bytes are all there is to know it by. */
    private @Nullable Object[] keyColumns(byte[] key, Row row) {
        try {
            return schema.key().values(key);
        } catch (UnfitValueException e) {
            if (row.live()) {
                throw new UnfitValueException("the key holds " + e.getMessage());
            }
            return schema.key().none();
        }
    }

    private @Nullable Object[] entries(Row row) {
        List<SqlColumn> indexes = schema.indexes();
        @Nullable Object[] columns = new Object[indexes.size()];
        if (!row.live() || columns.length == 0) {
            return columns;
        }
        StringJoiner[] arrays = new StringJoiner[columns.length];
        Arrays.setAll(arrays, index -> new StringJoiner(",", "{", "}"));
        for (IndexEntry entry : replica.indexer().entries(row.value())) {
            columns[entry.index()] = entry.value();
            arrays[entry.index()].add("\"\\\\x" + HexFormat.of().formatHex(entry.value()) + '"');
        }
        for (int index = 0; index < columns.length; index++) {
            if (indexes.get(index).type() == SqlType.ENTRIES) {
                // An array of arrays would be flattened on its way: each travels in PostgreSQL's text form.
                columns[index] = arrays[index].toString();
            }
        }
        return columns;
    }

    private static String state(Row row) {
        return switch (row.state()) {
            case LIVE -> "live";
            case GRAVE -> "grave";
            case UNKNOWN -> "unknown";
        };
    }
}
