package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.KeyOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What rows are found by, in bytes: as keys travel, in the order of their values. */
final class IndexValues {

    private IndexValues() {}

    static <T> byte[] bytes(Index<?, T> index, T value) {
        return order(index.type()).kept(requireNonNull(index.type().encode(value), "value"));
    }

    static KeyOrder order(KeyType<?> type) {
        return type == KeyType.LONG || type == KeyType.INTEGER ? KeyOrder.SIGNED : KeyOrder.AS_THEY_ARE;
    }

    /** Finds a row's entries in all indexes of a view. */
    static <V> Indexer indexer(List<Index<V, ?>> indexes, RowSerializer<V> rows) {
        return indexes.isEmpty() ? Indexer.NONE : value -> entries(indexes, rows, value);
    }

    private static <V> List<IndexEntry> entries(List<Index<V, ?>> indexes, RowSerializer<V> rows, RowValue value) {
        V row = rows.read(value.bytes());
        Set<IndexEntry> entries = new LinkedHashSet<>();
        for (int number = 0; number < indexes.size(); number++) {
            add(indexes.get(number), number, row, entries);
        }
        return new ArrayList<>(entries);
    }

    private static <V, T> void add(Index<V, T> index, int number, V row, Set<IndexEntry> entries) {
        for (T value : index.values(row)) {
            entries.add(new IndexEntry(number, bytes(index, value)));
        }
    }
}
