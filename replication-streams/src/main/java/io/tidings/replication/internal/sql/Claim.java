package io.tidings.replication.internal.sql;

import org.apache.kafka.common.TopicPartition;

/**
 * The right to write for a partition, for as long as nobody takes a higher epoch.
 *
 * @param next the offset to apply next; {@link #BEGINNING} if none was applied yet
 * @param otherTopic whether what was applied before came from another topic of the same name
 */
record Claim(TopicPartition partition, long epoch, long next, boolean otherTopic) {

    static final long BEGINNING = -1;

    /** The same right, so far on. */
    Claim at(long offset) {
        return new Claim(partition, epoch, offset, otherTopic);
    }
}
