package io.tidings.replication.internal.generations;

import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What generations ask the broker, and what they have it remove. Each question has a connection of its own: they are rare. */
public final class Cluster {

    private final Map<String, Object> settings;
    private final Duration patience;

    /**
     * A cluster.
     *
     * @param settings of an admin client
     */
    public Cluster(Map<String, Object> settings, Duration patience) {
        this.settings = Map.copyOf(settings);
        this.patience = patience;
    }

    /** The groups whose name begins so. */
    public List<String> groups(String prefix) {
        return with(admin -> ask(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .toList());
    }

    /**
     * Removes a group and then a topic. In this order: a group without its topic would go on behind what is not there, a topic
     * without its group is only read once more.
     *
     * @return false if the group has members
     */
    public boolean remove(String group, String topic) {
        return with(admin -> {
            if (!deleted(admin.deleteConsumerGroups(List.of(group)).all())) {
                return false;
            }
            return deleted(admin.deleteTopics(List.of(topic)).all());
        });
    }

    /**
     * The shortest time that one of these topics keeps tombstones, in milliseconds.
     *
     * @return {@link Long#MAX_VALUE} if none of them is compacted
     */
    public long deleteRetention(Collection<String> topics) {
        return configs(topics).values().stream()
                .filter(config ->
                        value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT))
                .mapToLong(config -> Long.parseLong(value(config, TopicConfig.DELETE_RETENTION_MS_CONFIG)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether all of these topics keep at least one record of each entity that lives. */
    public boolean compactedOnly(Collection<String> topics) {
        return configs(topics).values().stream()
                .allMatch(config ->
                        value(config, TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private Map<ConfigResource, Config> configs(Collection<String> topics) {
        Set<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .collect(Collectors.toSet());
        return with(admin -> ask(admin.describeConfigs(resources).all()));
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }

    /** Whether it is gone, as it may have been before. */
    private boolean deleted(KafkaFuture<Void> deletion) {
        try {
            Void unused = ask(deletion);
            return true;
        } catch (TransientMessagingException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return true;
            }
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw e;
        }
    }

    private <T> T with(Function<Admin, T> work) {
        Admin admin;
        try {
            admin = Admin.create(settings);
        } catch (KafkaException e) {
            throw new TransientMessagingException("Kafka cannot be asked: " + e.getMessage(), e);
        }
        try {
            return work.apply(admin);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private <T> T ask(KafkaFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TransientMessagingException("Kafka gave no answer: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new TransientMessagingException("Kafka gave no answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException("Kafka was not asked: the thread was interrupted", e);
        }
    }
}
