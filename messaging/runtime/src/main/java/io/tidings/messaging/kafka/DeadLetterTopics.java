package io.tidings.messaging.kafka;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.MissingTopicException;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The two topics of a group that has dead letters: the letters, and the book of parked keys. Each has the partitions and replicas
 * of the topic that it belongs to, and is made when the first record has to be set aside.
 */
final class DeadLetterTopics {

    /** What a dead letter's headers add to the message, and then some. */
    private static final long HEADROOM = 64 * 1024L;

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
                () -> Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention),
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.toString(topics.largestMessage(topic) + HEADROOM)));
    }

    /** Makes it where it is missing; returns its number of partitions. */
    int requireParked() {
        return require(parked, () -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** The number of partitions of the book of parked keys; 0 if nothing was ever parked. */
    int parkedPartitions() {
        try {
            return topics.require(parked);
        } catch (MissingTopicException e) {
            return 0;
        }
    }

    /** What a topic is made with, if it has to be made. */
    @FunctionalInterface
    private interface Configuration {
        Map<String, String> get();
    }

    private int require(String name, Configuration configuration) {
        try {
            return topics.require(name);
        } catch (MissingTopicException e) {
            TopicDescription source = topics.describe(topic);
            int replicas = source.partitions().get(0).replicas().size();
            topics.create(
                    new NewTopic(name, source.partitions().size(), (short) replicas).configs(configuration.get()));
            return topics.require(name);
        }
    }
}
