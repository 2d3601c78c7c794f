package io.tidings.replication.internal.sql;

import io.tidings.replication.core.Tally;
import org.apache.kafka.common.TopicPartition;

/**
 * What a batch does to a partition's line of the offset table.
 *
 * @param next the offset to apply after it
 * @param counts how many more rows of each kind there are
 * @param newest the highest timestamp of its records, in milliseconds since 1970; -1 if it has none
 */
record Advance(TopicPartition partition, long next, Tally counts, long newest) {}
