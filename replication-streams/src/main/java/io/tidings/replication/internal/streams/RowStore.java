package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads one replica's rows over all partitions of this instance. Safe for use by several threads. */
public final class RowStore {

    private final String view;
    private final ViewProgress progress;
    private final Readiness readiness;
    private final Supplier<ReadOnlyKeyValueStore<Bytes, byte[]>> open;
    private volatile @Nullable ReadOnlyKeyValueStore<Bytes, byte[]> opened;

    RowStore(
            String view,
            ViewProgress progress,
            Readiness readiness,
            Supplier<ReadOnlyKeyValueStore<Bytes, byte[]>> open) {
        this.view = view;
        this.progress = progress;
        this.readiness = readiness;
        this.open = open;
    }

    /**
     * The row under a key, whatever its state.
     *
     * @throws TransientMessagingException if the application is not ready, or was not all the time
     */
    public Optional<Row> get(byte[] key) {
        long epoch = readyEpoch();
        byte[] row;
        try {
            row = progress.holdsNothing() ? null : store().get(Bytes.wrap(key));
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
        if (row == null && readiness.epoch() != epoch) {
            // The store of the key's partition may have gone while the others were asked.
            throw notReady(null);
        }
        return Optional.ofNullable(row).map(RowFormat::read);
    }

    /**
     * Visits all rows, whatever their state.
     *
     * @throws TransientMessagingException if the application is not ready, or stops being so
     */
    public void forEach(BiConsumer<byte[], Row> visitor) {
        readyEpoch();
        if (progress.holdsNothing()) {
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> rows = all()) {
            while (hasNext(rows)) {
                KeyValue<Bytes, byte[]> entry = rows.next();
                visitor.accept(entry.key.get(), RowFormat.read(entry.value));
            }
        }
    }

    private KeyValueIterator<Bytes, byte[]> all() {
        try {
            return store().all();
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
    }

    private boolean hasNext(KeyValueIterator<Bytes, byte[]> rows) {
        try {
            return rows.hasNext();
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store() {
        ReadOnlyKeyValueStore<Bytes, byte[]> store = opened;
        if (store == null) {
            store = open.get();
            opened = store;
        }
        return store;
    }

    private long readyEpoch() {
        long epoch = readiness.epoch();
        if (!readiness.ready()) {
            throw notReady(null);
        }
        return epoch;
    }

    private TransientMessagingException notReady(@Nullable Throwable cause) {
        return new TransientMessagingException(
                "View '" + view + "' is not ready: it catches up, or its partitions move", cause);
    }
}
