package io.tidings.replication.internal.streams;

import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store of Kafka Streams: one partition's for its stream thread to write, or several partitions' to read. */
final class StoreKeyValues implements KeyValues {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    StoreKeyValues(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        writable().put(Bytes.wrap(key), value);
    }

    @Override
    public void delete(byte[] key) {
        writable().delete(Bytes.wrap(key));
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        return new StoreCursor(store.range(Bytes.wrap(from), Bytes.wrap(to)), to);
    }

    private KeyValueStore<Bytes, byte[]> writable() {
        if (store instanceof KeyValueStore<Bytes, byte[]> writable) {
            return writable;
        }
        throw new UnsupportedOperationException("Readers do not write");
    }

    /** Streams' ranges have their end in them. */
    private static final class StoreCursor implements Cursor {

        private final KeyValueIterator<Bytes, byte[]> entries;
        private final byte[] to;
        private @Nullable KeyValue<Bytes, byte[]> at;

        StoreCursor(KeyValueIterator<Bytes, byte[]> entries, byte[] to) {
            this.entries = entries;
            this.to = to;
        }

        @Override
        public boolean next() {
            do {
                at = entries.hasNext() ? entries.next() : null;
            } while (at != null && Arrays.equals(at.key.get(), to));
            return at != null;
        }

        @Override
        public byte[] key() {
            return here().key.get();
        }

        @Override
        public byte[] value() {
            return here().value;
        }

        @Override
        public void close() {
            entries.close();
        }

        private KeyValue<Bytes, byte[]> here() {
            if (at == null) {
                throw new IllegalStateException("The cursor stands nowhere");
            }
            return at;
        }
    }
}
