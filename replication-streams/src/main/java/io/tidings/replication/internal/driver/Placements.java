package io.tidings.replication.internal.driver;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where the partitions of a view are. What is known of other instances may be old: each one knows for itself what it holds, and
 * says so when it is asked for something else. Safe for use by several threads.
 */
public interface Placements {

    /** Of views all of whose rows are to be had on each instance: a full copy, or a table that instances share. */
    Placements EVERYTHING_HERE = new EverythingHere();

    /** Whether other instances may hold rows that this one does not. */
    boolean spread();

    /** This instance's address, {@code host:port}; empty if it was given none, so that nobody can ask it. */
    Optional<String> self();

    /** All partitions of the view. */
    SortedSet<Integer> partitions();

    /** Those that this instance holds now, to answer for. */
    SortedSet<Integer> held();

    /** The partition of a key, as it travels. */
    int partition(byte[] key);

    /** Who answers for a partition, as {@code host:port}; empty while that is not known. */
    Optional<String> owner(int partition);

    /** Who follows a partition to take over, as {@code host:port} each. */
    List<String> standbys(int partition);

    /**
     * Reads partitions that this instance only follows. They may be any time behind.
     *
     * @throws io.tidings.messaging.TransientMessagingException if it follows one of them not
     */
    Rows followed(SortedSet<Integer> partitions);
}
