package io.tidings.replication.internal.keyvalue;

import org.jspecify.annotations.Nullable;

/**
 * Bytes by bytes, in the order of the keys, compared as unsigned numbers from the first byte on. Whoever implements it says which
 * threads may use it.
 */
public interface KeyValues {

    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /**
     * What stands between two keys.
     *
     * @param from the first, if it is there
     * @param to behind the last; it is not visited itself
     */
    Cursor range(byte[] from, byte[] to);

    /** Goes over a range. Used by one thread, and closed by it. */
    interface Cursor extends AutoCloseable {

        /** Goes to the first or next entry; false if there is none. */
        boolean next();

        /** The key of the entry that {@link #next} has gone to. */
        byte[] key();

        byte[] value();

        @Override
        void close();
    }
}
