package io.tidings.replication.internal.sql;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The partitions of topics. */
final class Inputs {

    private Inputs() {}

    static Set<TopicPartition> partitions(Map<String, Logs.Topic> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        topics.forEach((name, topic) -> {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.add(new TopicPartition(name, partition));
            }
        });
        return partitions;
    }
}
