package io.tidings.replication.internal.copy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.keyvalue.KeyValues;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store that is open now, as readers see it; while there is none they are told to come again. Damage that a reader comes upon
 * is remembered for the writer, who may never read there. Safe for use by several threads.
 */
final class OpenStore implements KeyValues {

    private final String view;
    private volatile @Nullable ByteStore store;
    private volatile @Nullable StoreFailure damage;

    OpenStore(String view) {
        this.view = view;
    }

    void open(ByteStore opened) {
        damage = null;
        store = opened;
    }

    /** Readers are sent away from now on; those who are reading are not waited for here. */
    void shut() {
        store = null;
    }

    /** Throws what a reader has come upon. */
    void rethrowDamage() {
        StoreFailure found = damage;
        if (found != null) {
            throw found;
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        ByteStore here = here();
        return reading(() -> here.get(key));
    }

    @Override
    public Cursor range(byte[] from, byte[] to) {
        return new ReadersCursor(new PageCursor(here(), from, to));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        throw new UnsupportedOperationException("Readers do not write");
    }

    @Override
    public void delete(byte[] key) {
        throw new UnsupportedOperationException("Readers do not write");
    }

    private ByteStore here() {
        ByteStore here = store;
        if (here == null) {
            throw closed(null);
        }
        return here;
    }

    private <T extends @Nullable Object> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (StoreFailure e) {
            if (e.kind() == StoreFailure.Kind.DAMAGED) {
                damage = e;
            }
            throw closed(e);
        }
    }

    private TransientMessagingException closed(@Nullable Throwable cause) {
        String reason = cause == null ? "its store is closed, or being opened" : String.valueOf(cause.getMessage());
        return new TransientMessagingException("View '" + view + "' cannot be read: " + reason, cause);
    }

    private final class ReadersCursor implements Cursor {

        private final Cursor cursor;

        ReadersCursor(Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean next() {
            return reading(cursor::next);
        }

        @Override
        public byte[] key() {
            return cursor.key();
        }

        @Override
        public byte[] value() {
            return cursor.value();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
