package io.tidings.replication.internal.keyvalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps bytes on the heap, and dies between two writes if it is told to. */
final class MortalKeyValues implements KeyValues {

    private final NavigableMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private int writesLeft = Integer.MAX_VALUE;

    /** The write that did not happen, like all that would have come after it. */
    private static final class DiedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so many of the writes happen, and no more. */
    void dieAfter(int writes, Runnable change) {
        writesLeft = writes;
        try {
            change.run();
        } catch (DiedException asItWasMeantTo) {
            // What is written stays.
        } finally {
            writesLeft = Integer.MAX_VALUE;
        }
    }

    int size() {
        return entries.size();
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        live();
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        live();
        entries.remove(key);
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        return Arrays.compareUnsigned(from, to) < 0
                ? new ListCursor(List.copyOf(entries.subMap(from, to).entrySet()))
                : new ListCursor(new ArrayList<>());
    }

    private void live() {
        if (writesLeft-- <= 0) {
            throw new DiedException();
        }
    }

    private static final class ListCursor implements Cursor {

        private final List<Map.Entry<byte[], byte[]>> found;
        private int at = -1;

        ListCursor(List<Map.Entry<byte[], byte[]>> found) {
            this.found = found;
        }

        @Override
        public boolean next() {
            at++;
            return at < found.size();
        }

        @Override
        public byte[] key() {
            return found.get(at).getKey();
        }

        @Override
        public byte[] value() {
            return found.get(at).getValue();
        }

        @Override
        public void close() {}
    }
}
