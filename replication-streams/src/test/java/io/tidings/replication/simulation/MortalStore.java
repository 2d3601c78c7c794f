package io.tidings.replication.simulation;

import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store whose process dies before one of its writes. What was written stays: no crash is worse. */
final class MortalStore implements KeyValues {

    /** The process has died. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death() {
            super("killed", null, false, false);
        }
    }

    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private int writesLeft = Integer.MAX_VALUE;

    /** It dies before the write after so many. */
    void dieAfter(int writes) {
        writesLeft = writes;
    }

    void live() {
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        write();
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        write();
        entries.remove(key);
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        return new MapCursor(new TreeMap<>(entries.subMap(from, to)).entrySet().iterator());
    }

    private void write() {
        if (writesLeft-- == 0) {
            throw new Death();
        }
    }

    private static final class MapCursor implements Cursor {

        private final Iterator<Map.Entry<byte[], byte[]>> entries;
        private Map.@Nullable Entry<byte[], byte[]> at;

        MapCursor(Iterator<Map.Entry<byte[], byte[]>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean next() {
            at = entries.hasNext() ? entries.next() : null;
            return at != null;
        }

        @Override
        public byte[] key() {
            return here().getKey();
        }

        @Override
        public byte[] value() {
            return here().getValue();
        }

        @Override
        public void close() {}

        private Map.Entry<byte[], byte[]> here() {
            if (at == null) {
                throw new IllegalStateException("The cursor stands nowhere");
            }
            return at;
        }
    }
}
