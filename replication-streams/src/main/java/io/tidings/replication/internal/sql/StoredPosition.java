package io.tidings.replication.internal.sql;

import org.apache.kafka.common.TopicPartition;

/**
 * A partition's line of the offset table.
 *
 * @param next the offset that is applied next; {@link Claim#BEGINNING} before the first
 * @param newest the highest timestamp of all records applied, in milliseconds since 1970; -1 if there was none
 */
record StoredPosition(TopicPartition partition, long next, long live, long graves, long parked, long newest) {}
