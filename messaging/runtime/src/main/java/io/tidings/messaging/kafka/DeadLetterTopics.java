package io.tidings.messaging.kafka;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.MissingTopicException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

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

    /** Makes it where it is missing, with room for the largest messages; returns its number of partitions. */
    int requireLetters() {
        return require(
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

    /** Makes it where it is missing; returns its number of partitions. */
    int requireParked() {
        return require(parked, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** The number of partitions of the book of parked keys; 0 if nothing was ever parked. */
    int parkedPartitions() {
        try {
            return topics.require(parked);
        } catch (MissingTopicException e) {
            return 0;
        }
    }

    private int require(String name, Map<String, String> configuration) {
        try {
            return topics.require(name);
        } catch (MissingTopicException e) {
            TopicDescription source = topics.describe(topic);
            int replicas = source.partitions().get(0).replicas().size();
            Map<String, String> all = new HashMap<>(topics.configured(topic, KEPT_BY));
            all.putAll(configuration);
            topics.create(new NewTopic(name, source.partitions().size(), (short) replicas).configs(all));
            return topics.require(name);
        }
    }
}
