package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.UnreachableException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Asks the broker what the driver must know. Safe for use by several threads. */
final class BrokerProbe implements AutoCloseable {

    private final Admin admin;
    private final StreamsSettings settings;

    private BrokerProbe(Admin admin, StreamsSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Connects.
     *
     * @throws UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    static BrokerProbe connect(StreamsSettings settings) {
        Admin admin;
        try {
            admin = Admin.create(settings.admin());
        } catch (KafkaException e) {
            throw unreachable(settings, e);
        }
        BrokerProbe probe = new BrokerProbe(admin, settings);
        try {
            probe.ask(admin.describeCluster().clusterId());
            return probe;
        } catch (TransientMessagingException e) {
            probe.close();
            throw unreachable(settings, e.getCause());
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
    }

    /** The topics that do not exist. */
    Set<String> missing(Collection<String> topics) {
        Set<String> missing = new TreeSet<>(topics);
        missing.removeAll(ask(admin.listTopics().names()));
        return missing;
    }

    /** What is in the topics now. */
    Inputs inputs(Collection<String> topics) {
        Set<TopicPartition> partitions = ask(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
        return new Inputs(offsets(partitions, OffsetSpec.earliest()), ends(partitions));
    }

    /** The offsets behind the last record that may be read. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** Where the group's input goes on, as far as it has committed. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                ask(admin.listConsumerGroupOffsets(settings.applicationId()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> specs = new LinkedHashMap<>();
        partitions.forEach(partition -> specs.put(partition, spec));
        // The earliest offset is the same for both isolation levels; only the latest may be behind an open transaction.
        IsolationLevel isolation = settings.isolation();
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                ask(admin.listOffsets(specs, new ListOffsetsOptions(isolation)).all());
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
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
        String servers = settings.bootstrapServers();
        return new TransientMessagingException("Kafka at " + servers + " gave no answer: " + cause.getMessage(), cause);
    }

    private static UnreachableException unreachable(StreamsSettings settings, @Nullable Throwable e) {
        return new UnreachableException("Kafka", settings.bootstrapServers(), "bootstrap.servers", e);
    }
}
