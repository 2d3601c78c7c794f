package io.tidings.replication.internal.driver;

import io.tidings.replication.core.Row;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows as readers see them, whatever their state. Keys are those that travel. Safe for use by several threads.
 *
 * <p>Everything throws a {@link io.tidings.messaging.TransientMessagingException} while rows are not to be had: partitions
 * move, a store is restored, the database is away. Whether the view has caught up is asked elsewhere ({@link
 * ViewDriver#readiness}).
 *
 * <p>Visitors return whether they want more. Rows that change meanwhile are seen before or after their change.
 */
public interface Rows {

    Optional<Row> get(byte[] key);

    /** Visits all rows, in no promised order. */
    void forEach(BiPredicate<byte[], Row> visitor);

    /**
     * Visits the rows of a range of keys, in their order ({@link Replica#order}).
     *
     * @param from the first; null to begin with the first there is
     * @param to the last, which is visited too; null to end with the last there is
     */
    void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor);

    /** Visits the live rows that have an index entry, in the order of their keys within each partition. */
    void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor);
}
