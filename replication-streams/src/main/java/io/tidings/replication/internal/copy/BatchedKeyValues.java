package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.store.Batch;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store as its writer sees it: with the changes that are not committed yet, of which each key's last one counts, and with a
 * memory of those that were committed last. A first load writes most keys many times: so it reads them from memory, and writes
 * them once a batch. Used by one thread.
 */
final class BatchedKeyValues implements KeyValues {

    /** Bytes of committed changes that are remembered, apart from a last batch that was larger. */
    private static final long REMEMBERED = 1L << 20;

    private static final long ENTRY_COST = 96;

    private final ByteStore store;
    private final Map<Key, Change> pending = new HashMap<>();
    private Map<Key, Change> recent = new HashMap<>();
    private Map<Key, Change> older = new HashMap<>();
    private long pendingBytes;
    private long recentBytes;

    /** A key that is looked for several times. */
    private static final class Key {

        private final byte[] bytes;
        private final int hash;

        Key(byte[] bytes) {
            this.bytes = bytes;
            this.hash = Arrays.hashCode(bytes);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && hash == key.hash && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Null stands for a key that is gone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(byte @Nullable [] value) {
        long cost(Key key) {
            return ENTRY_COST + key.bytes.length + (value == null ? 0 : value.length);
        }
    }

    BatchedKeyValues(ByteStore store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        Key wrapped = new Key(key);
        Change change = pending.get(wrapped);
        if (change == null) {
            change = recent.get(wrapped);
        }
        if (change == null) {
            change = older.get(wrapped);
        }
        return change == null ? store.get(key) : change.value();
    }

    @Override
    public void put(byte[] key, byte[] value) {
        change(key, value);
    }

    @Override
    public void delete(byte[] key) {
        change(key, null);
    }

    private void change(byte[] key, byte @Nullable [] value) {
        Key wrapped = new Key(key);
        Change now = new Change(value);
        Change before = pending.put(wrapped, now);
        pendingBytes += now.cost(wrapped) - (before == null ? 0 : before.cost(wrapped));
    }

    /** Of what is committed; there must be nothing else. */
    @Override
    public Cursor range(byte[] from, byte[] to) {
        if (!pending.isEmpty()) {
            throw new IllegalStateException("Changes are not committed yet, and a range does not see them");
        }
        return new PageCursor(store, from, to);
    }

    /** About how much memory the changes take that are not committed. */
    long pendingBytes() {
        return pendingBytes;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Writes the changes, and what the ledger says of them. */
    void commit(Ledger ledger) {
        Batch batch = new Batch();
        pending.forEach((key, change) -> {
            if (change.value() == null) {
                batch.remove(key.bytes);
            } else {
                batch.put(key.bytes, change.value());
            }
        });
        ledger.write(batch);
        store.write(batch);
        ledger.written();
        remember();
    }

    /** The first load is over: no key is expected to come again soon. */
    void forget() {
        recent = new HashMap<>();
        older = new HashMap<>();
        recentBytes = 0;
    }

    private void remember() {
        recent.putAll(pending);
        recentBytes += pendingBytes;
        pending.clear();
        pendingBytes = 0;
        if (recentBytes > REMEMBERED) {
            older = recent;
            recent = new HashMap<>();
            recentBytes = 0;
        }
    }
}
