package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.Arrays;
import java.util.List;

/**
 * Goes over a store page by page. Between two pages nothing native is held, so that a reader who takes his time, or never comes
 * back, keeps neither the store from closing nor old files from going.
 */
final class PageCursor implements KeyValues.Cursor {

    private final ByteStore store;
    private final byte[] to;
    private byte[] from;
    private List<ByteStore.Entry> page = List.of();
    private int at = -1;
    private boolean over;

    PageCursor(ByteStore store, byte[] from, byte[] to) {
        this.store = store;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean next() {
        at++;
        if (at >= page.size() && !over) {
            page = store.page(from, to);
            over = page.isEmpty();
            at = 0;
            if (!over) {
                byte[] last = page.get(page.size() - 1).key();
                from = Arrays.copyOf(last, last.length + 1);
            }
        }
        return !over;
    }

    @Override
    public byte[] key() {
        return page.get(at).key();
    }

    @Override
    public byte[] value() {
        return page.get(at).value();
    }

    @Override
    public void close() {}
}
