package io.tidings.replication.remote;

import io.tidings.replication.internal.driver.IndexEntry;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What one instance asks another one, in bytes. */
sealed interface PeerQuery {

    /**
     * Partitions whose standby may answer; empty if only who holds them actively may. A view's partitions have the same numbers
     * in all of its topics.
     */
    SortedSet<Integer> standby();

    /**
     * One row.
     *
     * @param key as it travels
     * @param partition where its asker believes it to be
     * @param atLeast a token; null if any row will do
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Get(byte[] key, int partition, @Nullable String atLeast, SortedSet<Integer> standby) implements PeerQuery {}

    /**
     * The rows of a range of keys, in their order, or all of them.
     *
     * @param from as it travels; null for the first
     * @param to as it travels, included; null for the last
     * @param limit how many rows at most; there may be more
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Range(byte @Nullable [] from, byte @Nullable [] to, int limit, SortedSet<Integer> standby)
            implements PeerQuery {}

    /** The live rows that have an index entry. */
    record ByIndex(IndexEntry entry, int limit, SortedSet<Integer> standby) implements PeerQuery {}
}
