package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads a view's rows over all partitions of this instance. */
final class StreamsRows implements Rows {

    private final Replica replica;
    private final ViewProgress progress;
    private final Readiness readiness;
    private final IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> open;
    private volatile @Nullable Opened opened;

    /** What was opened while partitions were as they were then. */
    private record Opened(long epoch, KeyValueRows rows) {}

    /**
     * Reads.
     *
     * @param open gives the store of a partition, or throws an {@link InvalidStateStoreException}
     */
    StreamsRows(
            Replica replica,
            ViewProgress progress,
            Readiness readiness,
            IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> open) {
        this.replica = replica;
        this.progress = progress;
        this.readiness = readiness;
        this.open = open;
    }

    @Override
    public Optional<Row> get(byte[] key) {
        return read(rows -> rows.get(key));
    }

    @Override
    public void forEach(BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.forEach(visitor));
    }

    @Override
    public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.range(from, to, visitor));
    }

    @Override
    public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
        visit(rows -> rows.byIndex(entry, visitor));
    }

    private void visit(Consumer<Rows> reading) {
        var unused = read(rows -> {
            reading.accept(rows);
            return Optional.empty();
        });
    }

    /** An absent row means nothing if a partition has come or gone while the others were asked. */
    private <T> Optional<T> read(Function<Rows, Optional<T>> reading) {
        long epoch = readiness.epoch();
        Optional<T> found;
        try {
            found = reading.apply(opened(epoch));
        } catch (InvalidStateStoreException e) {
            throw unavailable(e);
        }
        if (found.isEmpty() && readiness.epoch() != epoch) {
            throw unavailable(null);
        }
        return found;
    }

    private Rows opened(long epoch) {
        Opened known = opened;
        if (known != null && known.epoch() == epoch) {
            return known.rows();
        }
        Set<Integer> partitions = progress.partitions();
        List<StoreKeyValues> stores = partitions.stream()
                .map(partition -> new StoreKeyValues(open.apply(partition)))
                .toList();
        KeyValueRows rows = new KeyValueRows(new MergedKeyValues(stores), replica);
        opened = new Opened(epoch, rows);
        return rows;
    }

    private TransientMessagingException unavailable(@Nullable Throwable cause) {
        return new TransientMessagingException("The partitions of view '" + replica.view() + "' move", cause);
    }
}
