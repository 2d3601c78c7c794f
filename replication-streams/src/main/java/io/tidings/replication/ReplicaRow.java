package io.tidings.replication;

import java.time.Instant;

/**
 * A row and what is known about it.
 *
 * @param version the owner's version of the entity
 * @param since when that version was applied here
 */
public record ReplicaRow<V>(V value, long version, Instant since) {}
