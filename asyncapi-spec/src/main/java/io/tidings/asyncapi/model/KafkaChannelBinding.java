package io.tidings.asyncapi.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka channel binding.
 *
 * @param topicConfiguration as Kafka's topic configuration writes it: lists joined by commas
 */
public record KafkaChannelBinding(
        @Nullable String topic,
        @Nullable Integer partitions,
        @Nullable Integer replicas,
        Map<String, String> topicConfiguration) {

    public KafkaChannelBinding {
        topicConfiguration = Collections.unmodifiableMap(new LinkedHashMap<>(topicConfiguration));
    }

    /** Whether the topic's cleanup policy includes {@code compact}. */
    public boolean compacted() {
        return topicConfiguration.getOrDefault("cleanup.policy", "").contains("compact");
    }
}
