package io.tidings.messaging.kafka;

import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which topics there are, and what they take. What is known of a topic is remembered; that there is none is asked again. Safe
 * for use by several threads.
 */
final class Topics {

    /** An hour is longer than anybody waits for a reply in memory. */
    private static final Duration REPLY_RETENTION = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final Admin admin;
    private final Duration deadline;
    private final Map<String, TopicRules> known = new ConcurrentHashMap<>();

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
        return rules(topic).partitions();
    }

    /**
     * What a topic takes, as it was when it was asked.
     *
     * @throws MissingTopicException if there is none of that name
     */
    TopicRules rules(String topic) {
        TopicRules rules = known.get(topic);
        return rules == null ? ask(topic) : rules;
    }

    /**
     * What a topic takes now.
     *
     * @throws MissingTopicException if there is none of that name
     */
    TopicRules ask(String topic) {
        Future<Map<ConfigResource, Config>> answer = askConfig(topic);
        int partitions = describe(topic).partitions().size();
        TopicRules rules = rules(topic, partitions, answer);
        known.put(topic, rules);
        return rules;
    }

    /** For when a broker has refused a message all the same: what we know of the topic is out of date. */
    void forget(String topic) {
        known.remove(topic);
    }

    private TopicRules rules(String topic, int partitions, Future<Map<ConfigResource, Config>> answer) {
        String doing = "Asking for the configuration of topic '" + topic + "'";
        try {
            Config config = KafkaFailures.await(answer, deadline, doing, topic).get(resource(topic));
            return config == null ? TopicRules.unknown(partitions) : TopicRules.of(partitions, config);
        } catch (MissingTopicException e) {
            LOG.debug("A broker that was asked for topic '{}' has not heard of it yet", topic);
        } catch (TransientMessagingException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            LOG.info("Whether topic '{}' takes a message shows when it is sent: {}", topic, e.getMessage());
        }
        return TopicRules.unknown(partitions);
    }

    private Future<Map<ConfigResource, Config>> askConfig(String topic) {
        return admin.describeConfigs(List.of(resource(topic))).all();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
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
        return description;
    }

    /** Creates a topic, harmless where it exists. */
    void create(TopicSpec topic) {
        new TopicCreation(admin, deadline).create(List.of(topic));
    }

    /**
     * Creates the reply channel of one instance where it is missing: one partition, with the replicas of the shared one, whose
     * replies are kept for as long as somebody may wait for them.
     *
     * @return its number of partitions
     */
    int requireReplies(String replies, String shared, short provisionedReplicas) {
        try {
            return require(replies);
        } catch (MissingTopicException e) {
            NewTopic created = new NewTopic(replies, Optional.of(1), replicasOf(shared, provisionedReplicas))
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                            TopicConfig.RETENTION_MS_CONFIG, Long.toString(REPLY_RETENTION.toMillis()),
                            TopicConfig.SEGMENT_MS_CONFIG, Long.toString(REPLY_RETENTION.toMillis())));
            new TopicCreation(admin, deadline).create(created);
            return require(replies);
        }
    }

    private Optional<Short> replicasOf(String shared, short provisioned) {
        try {
            return Optional.of(
                    (short) describe(shared).partitions().get(0).replicas().size());
        } catch (MissingTopicException e) {
            return provisioned == 0 ? Optional.empty() : Optional.of(provisioned);
        }
    }

    /** What a topic is set to, of these keys; nothing of it where that may not be asked. */
    Map<String, String> configured(String topic, Set<String> keys) {
        Map<String, String> configured = new HashMap<>();
        try {
            Config config = KafkaFailures.await(
                            askConfig(topic), deadline, "Asking for the configuration of topic '" + topic + "'", topic)
                    .get(resource(topic));
            if (config != null) {
                config.entries().stream()
                        .filter(entry -> keys.contains(entry.name()) && entry.value() != null)
                        .forEach(entry -> configured.put(entry.name(), entry.value()));
            }
        } catch (TransientMessagingException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            LOG.info("What topic '{}' is kept by cannot be asked: {}", topic, e.getMessage());
        }
        return configured;
    }
}
