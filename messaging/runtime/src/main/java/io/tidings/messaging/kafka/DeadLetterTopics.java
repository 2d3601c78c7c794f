package io.tidings.messaging.kafka;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.Retention;
import io.tidings.messaging.TopicSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * The two topics of a group that has dead letters: the letters, and the book of parked keys. Each has the partitions and replicas
 * of the topic that it belongs to, and is made when the first record has to be set aside.
 */
final class DeadLetterTopics {

    /** What the topic's own messages are measured by may be compressed; a letter need not be. As the producer's limit. */
    private static final String LARGEST = Integer.toString(1 << 30);

    /** What a message is kept by must keep its letter, too. */
    private static final Set<String> KEPT_BY =
            Set.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG);

    /** How long a topic keeps its messages. */
    private static final Set<String> KEPT_FOR =
            Set.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.RETENTION_MS_CONFIG, TopicConfig.SEGMENT_MS_CONFIG);

    private final Topics topics;
    private final String topic;
    private final String letters;
    private final String parked;
    private final long retention;

    /** @param retention of letters in milliseconds, -1 for ever */
    DeadLetterTopics(Topics topics, String topic, String group, long retention) {
        this.topics = topics;
        this.topic = topic;
        this.letters = DeadLetters.address(topic, group);
        this.parked = DeadLetters.parkedAddress(topic, group);
        this.retention = retention;
    }

    String letters() {
        return letters;
    }

    String parked() {
        return parked;
    }

    /** With room for the largest messages. */
    TopicSpec lettersSpec() {
        return spec(
                letters,
                Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention),
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST));
    }

    TopicSpec parkedSpec() {
        return spec(parked, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** As the topic that it belongs to, which must exist. */
    private TopicSpec spec(String name, Map<String, String> configuration) {
        TopicDescription source = topics.describe(topic);
        Map<String, String> all = new HashMap<>(topics.configured(topic, KEPT_BY));
        all.putAll(configuration);
        return new TopicSpec(
                name,
                source.partitions().size(),
                source.partitions().get(0).replicas().size(),
                all);
    }

    /** How long messages may come again: from the topic, and from the letters. */
    Retention retention() {
        Duration ofTopic = kept(topics.configured(topic, KEPT_FOR));
        Map<String, String> letterSettings;
        try {
            letterSettings = topics.configured(letters, KEPT_FOR);
        } catch (MissingTopicException e) {
            return new Retention(ofTopic, retention < 0 ? Retention.FOR_EVER : Duration.ofMillis(retention));
        }
        return new Retention(ofTopic, kept(letterSettings));
    }

    /**
     * A broker drops whole segments, when their newest record is old enough: the oldest one has been there for as long again as
     * the segment took to fill. What is compacted keeps the newest record of each key for ever.
     */
    private static @Nullable Duration kept(Map<String, String> settings) {
        String policy = settings.get(TopicConfig.CLEANUP_POLICY_CONFIG);
        String millis = settings.get(TopicConfig.RETENTION_MS_CONFIG);
        if (policy == null || millis == null) {
            return null;
        }
        if (!policy.contains(TopicConfig.CLEANUP_POLICY_DELETE) || millis.startsWith("-")) {
            return Retention.FOR_EVER;
        }
        Duration segment = Duration.ofMillis(Long.parseLong(settings.getOrDefault(TopicConfig.SEGMENT_MS_CONFIG, "0")));
        return Duration.ofMillis(Long.parseLong(millis)).plus(segment);
    }

    /** Makes it where it is missing; returns its number of partitions. */
    int requireLetters() {
        return require(letters, this::lettersSpec);
    }

    /** Makes it where it is missing; returns its number of partitions. */
    int requireParked() {
        return require(parked, this::parkedSpec);
    }

    /** The number of partitions of the book of parked keys; 0 if nothing was ever parked. */
    int parkedPartitions() {
        try {
            return topics.require(parked);
        } catch (MissingTopicException e) {
            return 0;
        }
    }

    private int require(String name, Supplier<TopicSpec> spec) {
        try {
            return topics.require(name);
        } catch (MissingTopicException e) {
            topics.create(spec.get());
            return topics.require(name);
        }
    }
}
