package io.tidings.replication.internal.copy.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** On the heap. A reader may see a batch half made; the entries themselves are whole. */
public final class MemoryStore implements ByteStore {

    private static final int PAGE = 512;

    private final NavigableMap<byte[], byte[]> entries = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    private volatile boolean closed;

    @Override
    public byte @Nullable [] get(byte[] key) {
        return open().get(key);
    }

    @Override
    public List<Entry> page(byte[] from, byte[] to) {
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return List.of();
        }
        List<Entry> page = new ArrayList<>();
        for (Map.Entry<byte[], byte[]> entry : open().subMap(from, to).entrySet()) {
            page.add(new Entry(entry.getKey(), entry.getValue()));
            if (page.size() == PAGE) {
                break;
            }
        }
        return page;
    }

    @Override
    public void write(Batch batch) {
        NavigableMap<byte[], byte[]> here = open();
        batch.forEach((key, value) -> {
            if (value == null) {
                here.remove(key);
            } else {
                here.put(key, value);
            }
        });
    }

    @Override
    public void flush() {
        open();
    }

    @Override
    public void close() {
        closed = true;
    }

    private NavigableMap<byte[], byte[]> open() {
        if (closed) {
            throw StoreFailure.closed();
        }
        return entries;
    }
}
