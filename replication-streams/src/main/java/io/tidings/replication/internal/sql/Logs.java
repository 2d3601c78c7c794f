package io.tidings.replication.internal.sql;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What the driver asks about the topics it follows. Everything throws a {@link
 * io.tidings.messaging.TransientMessagingException} if nobody answers in time. Safe for use by several threads.
 */
interface Logs extends AutoCloseable {

    /**
     * A topic as it is now.
     *
     * @param id tells it from another that had its name
     */
    record Topic(String id, int partitions) {}

    /** Those of these topics that do not exist. */
    Set<String> missing(Collection<String> topics);

    /** The topics as they are now, by name. */
    Map<String, Topic> describe(Collection<String> topics);

    /** The offsets behind the last record that may be read. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions);

    /** The first offsets that are still there. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions);

    @Override
    void close();
}
