package io.tidings.replication.internal.streams;

import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several partitions' stores, read as if they were one: each key is in one of them, and their order goes through all. */
final class MergedKeyValues implements KeyValues {

    private final List<? extends KeyValues> partitions;

    MergedKeyValues(List<? extends KeyValues> partitions) {
        this.partitions = List.copyOf(partitions);
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        for (KeyValues partition : partitions) {
            byte[] value = partition.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public void put(byte[] key, byte[] value) {
        throw new UnsupportedOperationException("Readers do not write");
    }

    @Override
    public void delete(byte[] key) {
        throw new UnsupportedOperationException("Readers do not write");
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        List<Cursor> cursors = new ArrayList<>();
        try {
            partitions.forEach(partition -> cursors.add(partition.range(from, to)));
            return new MergedCursor(cursors);
        } catch (RuntimeException e) {
            cursors.forEach(Cursor::close);
            throw e;
        }
    }

    private static final class MergedCursor implements Cursor {

        private final List<Cursor> all;
        private final PriorityQueue<Cursor> ahead =
                new PriorityQueue<>(Comparator.comparing(Cursor::key, Arrays::compareUnsigned));
        private @Nullable Cursor at;

        MergedCursor(List<Cursor> all) {
            this.all = all;
            all.forEach(this::advance);
        }

        @Override
        public boolean next() {
            if (at != null) {
                advance(at);
            }
            at = ahead.poll();
            return at != null;
        }

        @Override
        public byte[] key() {
            return here().key();
        }

        @Override
        public byte[] value() {
            return here().value();
        }

        @Override
        public void close() {
            all.forEach(Cursor::close);
        }

        private void advance(Cursor cursor) {
            if (cursor.next()) {
                ahead.add(cursor);
            }
        }

        private Cursor here() {
            if (at == null) {
                throw new IllegalStateException("The cursor stands nowhere");
            }
            return at;
        }
    }
}
