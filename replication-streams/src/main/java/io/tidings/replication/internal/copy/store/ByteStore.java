package io.tidings.replication.internal.copy.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under bytes, in their unsigned order. One thread writes, any number read. Every method throws a {@link
 * StoreFailure}, once the store is closed or when it is found damaged.
 */
public interface ByteStore extends AutoCloseable {

    /** An entry; the arrays are not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // entries are read by the million, and never compared
    record Entry(byte[] key, byte[] value) {}

    byte @Nullable [] get(byte[] key);

    /**
     * A stretch of entries in order: many, but never so many that memory is at stake. Empty if there is none.
     *
     * @param from the first key that may be in it
     * @param to behind the last that may
     */
    List<Entry> page(byte[] from, byte[] to);

    /**
     * Makes changes, all or none: a crash leaves the changes of the batches up to some batch, and of none behind it. Which one,
     * {@link #flush} decides.
     */
    void write(Batch batch);

    /** What was written before survives a crash from now on, where the store is on disk. */
    void flush();

    /** Flushes and closes; whoever reads meanwhile is waited for. Idempotent. */
    @Override
    void close();
}
