package io.tidings.replication.internal.copy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.UnreachableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers what a copy must know of its topics. Safe for use by several threads. */
final class Cluster implements AutoCloseable {

    private final Admin admin;
    private final CopySettings settings;

    /**
     * A topic as it is now.
     *
     * @param id tells it from another that had its name
     */
    record Topic(String id, int partitions) {}

    private Cluster(Admin admin, CopySettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Connects.
     *
     * @throws UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    static Cluster connect(CopySettings settings) {
        Admin admin;
        try {
            admin = Admin.create(settings.admin());
        } catch (KafkaException e) {
            throw unreachable(settings, e);
        }
        Cluster cluster = new Cluster(admin, settings);
        try {
            cluster.ask(admin.describeCluster().clusterId());
            return cluster;
        } catch (TransientMessagingException e) {
            cluster.close();
            throw unreachable(settings, e.getCause());
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The topics that do not exist. */
    Set<String> missing(Collection<String> topics) {
        Set<String> missing = new TreeSet<>(topics);
        missing.removeAll(ask(admin.listTopics().names()));
        return missing;
    }

    /** The topics as they are now, by name. */
    Map<String, Topic> describe(Collection<String> topics) {
        Map<String, Topic> described = new TreeMap<>();
        ask(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> described.put(
                        name,
                        new Topic(topic.topicId().toString(), topic.partitions().size())));
        return described;
    }

    /** The offsets behind the last record that may be read. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The first offsets that are still there. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /**
     * How long the topics keep tombstones after compaction, at least; null if none of them is compacted, or this may not be
     * known.
     */
    @Nullable Duration tombstonesKept(Collection<String> topics) {
        Set<ConfigResource> resources = new java.util.HashSet<>();
        topics.forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic)));
        Map<ConfigResource, Config> configs;
        try {
            configs = ask(admin.describeConfigs(resources).all());
        } catch (AuthorizationException notOurs) {
            return null;
        }
        return configs.values().stream()
                .filter(config ->
                        value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains("compact"))
                .map(config -> value(config, TopicConfig.DELETE_RETENTION_MS_CONFIG))
                .filter(text -> !text.isEmpty())
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .min(Duration::compareTo)
                .orElse(null);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static String value(Config config, String name) {
        var entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> specs = new LinkedHashMap<>();
        partitions.forEach(partition -> specs.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ask(admin.listOffsets(specs, new ListOffsetsOptions(settings.isolation()))
                        .all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private <T> T ask(KafkaFuture<T> future) {
        try {
            return future.get(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw noAnswer(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                throw (KafkaException) cause;
            }
            throw noAnswer(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(e);
        }
    }

    private TransientMessagingException noAnswer(Throwable cause) {
        return new TransientMessagingException(
                "Kafka at " + settings.bootstrapServers() + " gave no answer: " + cause.getMessage(), cause);
    }

    private static UnreachableException unreachable(CopySettings settings, @Nullable Throwable e) {
        return new UnreachableException("Kafka", settings.bootstrapServers(), "bootstrap.servers", e);
    }
}
