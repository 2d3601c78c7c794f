package io.tidings.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a document says of a channel's Kafka topic.
 *
 * @param partitions 0 leaves it to the broker
 * @param replicas 0 leaves it to the broker
 */
public record TopicSpec(String name, int partitions, int replicas, Map<String, String> configuration) {
    public TopicSpec {
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    }
}
