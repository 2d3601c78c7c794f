package io.tidings.replication.internal.sql;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Another instance has taken these partitions since; what this one wanted to write is not written. */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<TopicPartition> partitions;

    FencedException(Set<TopicPartition> partitions) {
        super("Another instance writes for " + partitions + " now");
        this.partitions = Set.copyOf(partitions);
    }

    Set<TopicPartition> partitions() {
        return partitions;
    }
}
