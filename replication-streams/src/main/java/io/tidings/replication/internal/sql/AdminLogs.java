package io.tidings.replication.internal.sql;

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
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers. */
final class AdminLogs implements Logs {

    private final Admin admin;
    private final SqlSettings settings;

    private AdminLogs(Admin admin, SqlSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Connects.
     *
     * @throws UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    static AdminLogs connect(SqlSettings settings) {
        Admin admin;
        try {
            admin = Admin.create(settings.admin());
        } catch (KafkaException e) {
            throw unreachable(settings, e);
        }
        AdminLogs logs = new AdminLogs(admin, settings);
        try {
            logs.ask(admin.describeCluster().clusterId());
            return logs;
        } catch (TransientMessagingException e) {
            logs.close();
            throw unreachable(settings, e.getCause());
        } catch (RuntimeException e) {
            logs.close();
            throw e;
        }
    }

    @Override
    public Set<String> missing(Collection<String> topics) {
        Set<String> missing = new TreeSet<>(topics);
        missing.removeAll(ask(admin.listTopics().names()));
        return missing;
    }

    @Override
    public Map<String, Topic> describe(Collection<String> topics) {
        Map<String, Topic> described = new TreeMap<>();
        ask(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> described.put(
                        name,
                        new Topic(topic.topicId().toString(), topic.partitions().size())));
        return described;
    }

    @Override
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    @Override
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
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

    private static UnreachableException unreachable(SqlSettings settings, @Nullable Throwable e) {
        return new UnreachableException("Kafka", settings.bootstrapServers(), "bootstrap.servers", e);
    }
}
