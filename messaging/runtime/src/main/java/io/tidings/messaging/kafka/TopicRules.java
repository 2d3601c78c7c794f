package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a topic takes.
 *
 * @param largestBatch in bytes, compressed, with Kafka's framing; {@link #UNKNOWN} where nobody may ask
 * @param compacted whether each message needs a key
 */
record TopicRules(int partitions, long largestBatch, boolean compacted) {

    static final long UNKNOWN = Long.MAX_VALUE;

    static TopicRules unknown(int partitions) {
        return new TopicRules(partitions, UNKNOWN, false);
    }

    static TopicRules of(int partitions, Config config) {
        return new TopicRules(
                partitions,
                value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                        .map(Long::parseLong)
                        .orElse(UNKNOWN),
                value(config, TopicConfig.CLEANUP_POLICY_CONFIG)
                        .filter(policy -> policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT))
                        .isPresent());
    }

    /** Why a broker would refuse a message; null if it would not. */
    @Nullable String objection(EncodedMessage message, boolean compressed) {
        if (compacted && message.key() == null) {
            return "has no key, which a compacted topic needs";
        }
        // What it comes to when it is compressed, the producer alone finds out.
        if (!compressed && Records.sizeAtMost(message) > largestBatch && Records.batchSize(message) > largestBatch) {
            return "has " + Records.batchSize(message) + " bytes; the topic's '" + TopicConfig.MAX_MESSAGE_BYTES_CONFIG
                    + "' allows " + largestBatch;
        }
        return null;
    }

    private static Optional<String> value(Config config, String name) {
        return Optional.ofNullable(config.get(name)).map(ConfigEntry::value);
    }
}
