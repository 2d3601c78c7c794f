package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.owner.ChecksumTable;
import io.tidings.replication.core.Burial;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.generations.Erased;
import io.tidings.replication.internal.generations.GenerationStatus;
import io.tidings.replication.internal.generations.Reprocessing;
import io.tidings.replication.internal.generations.ViewGenerations;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a view on this instance while it is used. Instances do not tell each other: what is to happen on all of them is
 * asked of each. Safe for use by several threads.
 */
public final class ViewMaintenance<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final ReplicaView<K, V> view;
    private final ViewGenerations generations;
    private final Reprocessing reprocessing;
    private final Clock clock;

    ViewMaintenance(
            ReplicaDefinition<K, V> definition,
            ReplicaView<K, V> view,
            ViewGenerations generations,
            Reprocessing reprocessing,
            Clock clock) {
        this.definition = definition;
        this.view = view;
        this.generations = generations;
        this.reprocessing = reprocessing;
        this.clock = clock;
    }

    /** Which stores the view has. */
    public Generations generations() {
        GenerationStatus status = generations.status();
        return new Generations(status.current(), status.next(), status.retired(), status.differences());
    }

    /**
     * Reads the view's channels again into a new store, while the old one answers. When the new one has caught up, the two are
     * compared, and it takes over if they agree. Returns at once; does nothing if a store is being built.
     */
    public void rebuild() {
        generations.rebuild();
    }

    /** Lets the store that is being built take over, whatever it differs in: now, or when it has caught up. */
    public void acceptDifferences() {
        generations.acceptDifferences();
    }

    /** Drops the rows and reads the channels again. The view is not ready meanwhile; see {@link #rebuild}. */
    public void reset() {
        generations.reset();
    }

    /**
     * Reads what came since a time once more and applies it, while the view answers; on a full copy and partitioned views. The guard
     * holds: a row that is newer stays, and one of the same version too. So it mends rows that were lost, and keys that were parked
     * and can be understood now. Rows that ought to come out differently want {@link #rebuild}. Returns when it is done.
     *
     * @param from by the records' timestamps
     * @return how many rows have changed
     * @throws TransientMessagingException if partitions move, or the broker is away; to be repeated then
     */
    public long reprocess(Instant from) {
        return reprocessing.from(generations.answering(), from);
    }

    /**
     * The same for one partition of a channel, from an offset.
     *
     * @throws IllegalArgumentException if the partition is not on this instance
     */
    public long reprocess(String address, int partition, long offset) {
        return reprocessing.from(generations.answering(), new TopicPartition(address, partition), offset);
    }

    /**
     * Erases an entity: its row, its index entries and its parked event, in all stores of the view that run on this instance.
     * Returns when readers see nothing of it any more.
     *
     * @return what was done, and where bytes of it remain
     * @throws UnsupportedOperationException on a view in SQL tables: its rows are erased by SQL; nothing was done then
     * @throws TransientMessagingException if partitions move; to be repeated then
     */
    public ErasureReceipt erase(K key, Erasure erasure) {
        byte[] bytes = requireNonNull(definition.keyType().encode(key), "key");
        SortedMap<String, Boolean> looked = new TreeMap<>();
        generations.running().forEach(driver -> looked.put(driver.replica().name(), has(driver, bytes)));
        generations.edit(bytes, row -> change(row, erasure), erasure == Erasure.FOR_GOOD);
        return new ErasureReceipt(
                definition.view(), Erased.hash(bytes), erasure, clock.instant(), looked, remains(erasure));
    }

    /** Erases all entities that an index finds, such as those of one person. */
    public <T> List<ErasureReceipt> erase(Index<V, T> index, T subject, Erasure erasure) {
        List<ErasureReceipt> receipts = new ArrayList<>();
        List.copyOf(view.by(index, subject).keySet()).forEach(key -> receipts.add(erase(key, erasure)));
        return receipts;
    }

    /**
     * Adds up keys and versions of the entities on this instance, to be compared with the owner's. The tables of several instances
     * add up to one, if each partition is on one of them.
     *
     * @param buckets as many as the owner has
     * @throws TransientMessagingException if the view is not ready
     */
    public ChecksumTable checksums(int buckets) {
        ChecksumTable.Builder table = ChecksumTable.of(buckets);
        readyRows().forEach((key, row) -> {
            if (row.live()) {
                table.add(key, row.version());
            }
            return true;
        });
        return table.build();
    }

    /**
     * Keys and versions of the entities in one bucket, for {@link io.tidings.messaging.owner.Drift#between}.
     *
     * @throws TransientMessagingException if the view is not ready
     */
    public Map<ByteBuffer, Long> versions(int buckets, int bucket) {
        Map<ByteBuffer, Long> versions = new LinkedHashMap<>();
        readyRows().forEach((key, row) -> {
            if (row.live() && ChecksumTable.bucket(key, buckets) == bucket) {
                versions.put(ByteBuffer.wrap(key), row.version());
            }
            return true;
        });
        return versions;
    }

    /** Of one that is just being built it cannot be said yet; what it reads of the key is erased all the same. */
    private static boolean has(ViewDriver driver, byte[] key) {
        try {
            return driver.rows().get(key).isPresent();
        } catch (TransientMessagingException e) {
            return false;
        }
    }

    private Optional<RowEdit.Change> change(@Nullable Row row, Erasure erasure) {
        return switch (erasure) {
            case FORGET -> row == null ? Optional.empty() : Optional.of(new RowEdit.Forget());
            case UNTIL_NEWER ->
                row == null
                        ? Optional.empty()
                        : Optional.of(new RowEdit.Replace(Burial.untilNewer(row, clock.millis())));
            case FOR_GOOD -> Optional.of(new RowEdit.Replace(Burial.forGood(clock.millis())));
        };
    }

    private List<String> remains(Erasure erasure) {
        List<String> remains = new ArrayList<>();
        definition
                .addresses()
                .forEach(address -> remains.add("the owner's topic " + address
                        + ", until the owner has published a tombstone and the topic was compacted"));
        if (definition.coverage() == Coverage.PARTITIONED && definition.store() != StoreKind.SQL) {
            remains.add("the changelog topics of the view, until they were compacted");
        }
        if (definition.store() == StoreKind.ROCKSDB) {
            remains.add("files of the store on this and on standby instances, until RocksDB has compacted them");
        }
        if (definition.store() == StoreKind.SQL) {
            remains.add("dead rows and the log of the database, until they were vacuumed and recycled; its backups");
        }
        if (erasure != Erasure.FORGET) {
            remains.add("the key, in a grave, "
                    + (erasure == Erasure.FOR_GOOD ? "for good" : "as long as graves of deletes are kept"));
        }
        generations.status().retired().forEach(name -> remains.add("the store " + name + ", until it was removed"));
        return remains;
    }

    private Rows readyRows() {
        ViewDriver driver = generations.answering();
        if (!driver.readiness().ready()) {
            throw new TransientMessagingException("View '" + definition.view() + "' is not ready", null);
        }
        return driver.rows();
    }
}
