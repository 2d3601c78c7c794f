package io.tidings.messaging.kafka;

import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Which topics there are. That a topic exists is remembered; that it does not is asked again. */
final class Topics {

    /** What a dead letter's headers add to the message, and then some. */
    private static final long DEAD_LETTER_HEADROOM = 64 * 1024L;

    private final Admin admin;
    private final Duration deadline;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    Topics(Admin admin, Duration deadline) {
        this.admin = admin;
        this.deadline = deadline;
    }

    /**
     * The number of a topic's partitions.
     *
     * @throws MissingTopicException if there is none of that name: a producer would wait a minute for it
     */
    int require(String topic) {
        Integer known = partitions.get(topic);
        return known == null ? describe(topic).partitions().size() : known;
    }

    TopicDescription describe(String topic) {
        Map<String, TopicDescription> answer = KafkaFailures.await(
                admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .toCompletionStage()
                        .toCompletableFuture(),
                deadline,
                "Asking for topic '" + topic + "'",
                topic);
        TopicDescription description = answer.get(topic);
        if (description == null) {
            throw new MissingTopicException(topic);
        }
        partitions.put(topic, description.partitions().size());
        return description;
    }

    /** Creates what is missing, and waits until it is there. */
    void provision(List<TopicSpec> specs, short replicas) {
        new TopicCreation(admin, deadline).create(specs, replicas);
        specs.forEach(spec -> require(spec.name()));
    }

    /**
     * Creates a dead letter channel where it is missing: with the partitions and replicas of the topic it belongs to, and
     * room for its largest messages.
     *
     * @param retention in milliseconds, -1 for ever
     * @return its number of partitions
     */
    int requireDeadLetters(String deadLetters, String topic, long retention) {
        try {
            return require(deadLetters);
        } catch (MissingTopicException e) {
            TopicDescription source = describe(topic);
            int replicas = source.partitions().get(0).replicas().size();
            NewTopic created = new NewTopic(deadLetters, source.partitions().size(), (short) replicas)
                    .configs(Map.of(
                            TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention),
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                    Long.toString(largestMessage(topic) + DEAD_LETTER_HEADROOM)));
            new TopicCreation(admin, deadline).create(created);
            return require(deadLetters);
        }
    }

    private long largestMessage(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<ConfigResource, Config> answer = KafkaFailures.await(
                admin.describeConfigs(List.of(resource))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture(),
                deadline,
                "Asking for the configuration of topic '" + topic + "'",
                topic);
        return Optional.ofNullable(answer.get(resource))
                .map(config -> config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG))
                .map(ConfigEntry::value)
                .map(Long::parseLong)
                .orElse(1024 * 1024L);
    }
}
