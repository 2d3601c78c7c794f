package io.tidings.replication;

import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sorted map as a store. */
record SortedKeyValues(NavigableMap<byte[], byte[]> content) implements KeyValues {

    @Override
    public byte @Nullable [] get(byte[] key) {
        return content.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        content.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        content.remove(key);
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        Iterator<Map.Entry<byte[], byte[]>> entries =
                content.subMap(from, to).entrySet().iterator();
        return new Cursor() {
            private Map.@Nullable Entry<byte[], byte[]> at;

            @Override
            public boolean next() {
                at = entries.hasNext() ? entries.next() : null;
                return at != null;
            }

            @Override
            public byte[] key() {
                return Optional.ofNullable(at).orElseThrow().getKey();
            }

            @Override
            public byte[] value() {
                return Optional.ofNullable(at).orElseThrow().getValue();
            }

            @Override
            public void close() {
                at = null;
            }
        };
    }
}
