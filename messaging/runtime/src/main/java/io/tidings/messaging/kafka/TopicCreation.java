package io.tidings.messaging.kafka;

import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.config.ConfigurationProblem;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.config.TidingsConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics, harmless where they exist; reports all that the broker refuses at once. */
final class TopicCreation {

    private static final long VISIBILITY_POLL = TimeUnit.MILLISECONDS.toNanos(20);

    private final Admin admin;
    private final Duration deadline;

    TopicCreation(Admin admin, Duration deadline) {
        this.admin = admin;
        this.deadline = deadline;
    }

    /**
     * Creates what is missing.
     *
     * @throws InvalidConfigurationException if the broker refuses some as they are specified
     */
    void create(List<TopicSpec> specs) {
        Map<String, NewTopic> topics = new LinkedHashMap<>();
        specs.forEach(spec -> topics.put(spec.name(), topic(spec)));
        create(topics);
    }

    void create(NewTopic topic) {
        create(Map.of(topic.name(), topic));
    }

    private void create(Map<String, NewTopic> topics) {
        List<ConfigurationProblem> refused = new ArrayList<>();
        admin.createTopics(topics.values())
                .values()
                .forEach((name, answer) -> problem(
                                name, answer.toCompletionStage().toCompletableFuture())
                        .ifPresent(refused::add));
        if (!refused.isEmpty()) {
            throw new InvalidConfigurationException(refused);
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        topics.keySet().forEach(topic -> {
            int partitions = awaitVisible(topic);
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        });
        awaitLeaders(ends);
    }

    private static NewTopic topic(TopicSpec spec) {
        Optional<Integer> partitions = spec.partitions() == 0 ? Optional.empty() : Optional.of(spec.partitions());
        Optional<Short> factor = spec.replicas() == 0 ? Optional.empty() : Optional.of((short) spec.replicas());
        return new NewTopic(spec.name(), partitions, factor).configs(spec.configuration());
    }

    private Optional<ConfigurationProblem> problem(String topic, Future<Void> answer) {
        try {
            answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = KafkaFailures.unwrap(e);
            if (cause instanceof TopicExistsException) {
                return Optional.empty();
            }
            if (cause instanceof RetriableException) {
                throw KafkaFailures.translate("Creating topic '" + topic + "'", topic, cause);
            }
            String hint = cause instanceof InvalidReplicationFactorException
                    ? "'" + TidingsConfig.PROVISION_REPLICAS
                            + "=1' overrides the document, say on a developer's machine."
                    : "";
            return Optional.of(new ConfigurationProblem(
                    "topic '" + topic + "'", "The broker refuses to create it: " + cause.getMessage(), hint));
        } catch (TimeoutException e) {
            throw new TransientMessagingException("Creating topic '" + topic + "' took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException("Creating topic '" + topic + "' was interrupted", e);
        }
    }

    /** The controller has made it; the brokers hear of it a little later. */
    private int awaitVisible(String topic) {
        Topics topics = new Topics(admin, deadline);
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                return topics.require(topic);
            } catch (MissingTopicException e) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(VISIBILITY_POLL);
            }
        }
    }

    /**
     * Returns when each partition's leader serves it. An idempotent producer that is faster has its first batch refused and
     * the next one taken, and then repeats the first, out of order, until it expires.
     */
    private void awaitLeaders(Map<TopicPartition, OffsetSpec> ends) {
        if (!ends.isEmpty()) {
            KafkaFailures.await(
                    admin.listOffsets(ends).all().toCompletionStage().toCompletableFuture(),
                    deadline,
                    "Waiting for the leaders of " + ends.size() + " partitions",
                    "");
        }
    }
}
