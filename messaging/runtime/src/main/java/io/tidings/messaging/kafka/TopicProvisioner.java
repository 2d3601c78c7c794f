package io.tidings.messaging.kafka;

import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.config.ConfigurationProblem;
import io.tidings.messaging.config.InvalidConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes topics what a document says, or tells how they differ: the topics of its channels, those of replies among them, and those
 * of dead letters. It deletes nothing, and changes what exists only if {@linkplain ProvisionMode#ALTER told to}. Safe for use by
 * several threads.
 */
public final class TopicProvisioner implements AutoCloseable {

    private final Admin admin;
    private final Duration deadline;
    private final short replicas;
    private final ProvisionMode mode;
    private final long deadLetterRetention;
    private final Runnable onClose;

    private TopicProvisioner(Admin admin, ClientSettings settings, Runnable onClose) {
        this.admin = admin;
        this.deadline = settings.connectTimeout();
        this.replicas = settings.provisionedReplicas();
        this.mode = ProvisionMode.of(settings.provisionMode());
        this.deadLetterRetention = settings.deadLetterRetention();
        this.onClose = onClose;
    }

    /**
     * Connects to a broker, for a job that sets up topics and ends. It needs no registry.
     *
     * @param configuration as {@link KafkaTransport} takes it
     * @throws InvalidConfigurationException with everything that is wrong with the settings
     * @throws io.tidings.messaging.UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    public static TopicProvisioner create(Map<String, String> configuration) {
        ClientSettings settings = ClientSettings.withoutRegistry(configuration);
        BrokerProbe probe = new BrokerProbe(settings.bootstrapServers(), settings.connectTimeout());
        probe.awaitListener();
        Admin admin = new Clients(settings).admin();
        try {
            probe.awaitBroker(admin);
            return over(admin, settings, () -> admin.close(settings.closeTimeout()));
        } catch (RuntimeException e) {
            admin.close(settings.closeTimeout());
            throw e;
        }
    }

    /** With somebody else's connection. */
    static TopicProvisioner over(Admin admin, ClientSettings settings, Runnable onClose) {
        return new TopicProvisioner(admin, settings, onClose);
    }

    /**
     * Does with topics what {@code tidings.provision.mode} says.
     *
     * @throws TopicsDifferException if they are to be checked, and are not as specified
     * @throws InvalidConfigurationException with all that the broker refuses
     */
    public TopicReport provision(List<TopicSpec> topics) {
        return provision(topics, mode).orThrow();
    }

    /** Compares topics with what is specified; nothing is changed. */
    public TopicReport check(List<TopicSpec> topics) {
        return provision(topics, ProvisionMode.CHECK);
    }

    /**
     * Does with topics what a mode says, and tells what differs afterwards.
     *
     * @throws InvalidConfigurationException with all that the broker refuses
     * @throws io.tidings.messaging.MessagingException if it does not answer, or says no
     */
    public TopicReport provision(List<TopicSpec> topics, ProvisionMode how) {
        return provisionHere(topics.stream().map(this::here).toList(), how);
    }

    private TopicReport provisionHere(List<TopicSpec> topics, ProvisionMode how) {
        if (how == ProvisionMode.OFF || topics.isEmpty()) {
            return TopicReport.NOTHING;
        }
        Map<String, TopicSpec> specs = new LinkedHashMap<>();
        topics.forEach(spec -> specs.putIfAbsent(spec.name(), spec));
        Map<String, TopicDescription> existing = describe(specs.keySet());
        List<TopicSpec> missing = specs.values().stream()
                .filter(spec -> !existing.containsKey(spec.name()))
                .toList();
        if (how.creates() && !missing.isEmpty()) {
            new TopicCreation(admin, deadline).create(missing);
        }
        List<String> created =
                how.creates() ? missing.stream().map(TopicSpec::name).toList() : List.of();
        if (!how.checks()) {
            return new TopicReport(created, List.of(), List.of());
        }
        Map<String, List<TopicDifference>> configured = configurationDifferences(specs.values().stream()
                .filter(spec -> existing.containsKey(spec.name()))
                .toList());
        List<TopicDifference> altered = how.alters() ? alter(configured) : List.of();
        List<TopicDifference> differences = new ArrayList<>();
        for (TopicSpec spec : specs.values()) {
            TopicDescription found = existing.get(spec.name());
            if (found != null) {
                differences.addAll(TopicComparison.ofLayout(spec, found));
                differences.addAll(configured.getOrDefault(spec.name(), List.of()));
            } else if (!how.creates()) {
                differences.add(TopicComparison.missing(spec));
            }
        }
        differences.removeAll(altered);
        return new TopicReport(created, altered, differences);
    }

    /**
     * The same for the dead letters of a group, and for its book of parked keys, as {@code tidings.provision.mode} says. They need
     * not be created in advance, but where a service may not create topics, somebody else must.
     *
     * @param spec what the group subscribes to; generated subscribers have it as {@code spec(group)}
     * @throws io.tidings.messaging.MissingTopicException if the topic of the messages does not exist
     * @throws TopicsDifferException if they are to be checked, and are not as they would be created
     */
    public TopicReport provisionDeadLetters(SubscriptionSpec<?> spec) {
        return provisionDeadLetters(spec, mode).orThrow();
    }

    /**
     * The same, as a mode says.
     *
     * @throws io.tidings.messaging.MissingTopicException if the topic of the messages does not exist
     */
    public TopicReport provisionDeadLetters(SubscriptionSpec<?> spec, ProvisionMode how) {
        if (how == ProvisionMode.OFF) {
            return TopicReport.NOTHING;
        }
        DeadLetterTopics topics = new DeadLetterTopics(
                new Topics(admin, deadline), spec.channel().address(), spec.group(), deadLetterRetention);
        // Members of a share group keep no order, and park no keys.
        return provisionHere(
                spec.delivery() == DeliveryMode.SHARED
                        ? List.of(topics.lettersSpec())
                        : List.of(topics.lettersSpec(), topics.parkedSpec()),
                how);
    }

    /** As it is to be here: on a machine with fewer brokers, no topic has more replicas, nor needs more in sync. */
    private TopicSpec here(TopicSpec spec) {
        if (replicas == 0) {
            return spec;
        }
        Map<String, String> configuration = new LinkedHashMap<>(spec.configuration());
        configuration.computeIfPresent(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, (key, inSync) -> {
            try {
                return Integer.toString(Math.min(Integer.parseInt(inSync), replicas));
            } catch (NumberFormatException e) {
                return inSync; // the broker says what is wrong with it
            }
        });
        return new TopicSpec(spec.name(), spec.partitions(), replicas, configuration);
    }

    private Map<String, TopicDescription> describe(Collection<String> topics) {
        Map<String, TopicDescription> existing = new LinkedHashMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, answer) -> {
            String doing = "Asking for topic '" + topic + "'";
            ask(answer, doing, topic).ifPresent(found -> existing.put(topic, found));
        });
        return existing;
    }

    /** What a broker knows; empty if it knows no such topic, or none can be called so, which it says when it is to create it. */
    private <T> Optional<T> ask(Future<T> answer, String doing, String topic) {
        try {
            return Optional.of(answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            Throwable cause = KafkaFailures.unwrap(e);
            if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
                return Optional.empty();
            }
            throw KafkaFailures.translate(doing, topic, cause);
        } catch (TimeoutException e) {
            throw new TransientMessagingException(doing + " took longer than " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException(doing + " was interrupted", e);
        }
    }

    private Map<String, List<TopicDifference>> configurationDifferences(List<TopicSpec> specs) {
        Map<String, List<TopicDifference>> differences = new LinkedHashMap<>();
        List<ConfigResource> resources = specs.stream()
                .filter(spec -> !spec.configuration().isEmpty())
                .map(spec -> resource(spec.name()))
                .toList();
        Map<ConfigResource, ? extends Future<Config>> answers = resources.isEmpty()
                ? Map.of()
                : admin.describeConfigs(resources).values();
        for (TopicSpec spec : specs) {
            Future<Config> answer = answers.get(resource(spec.name()));
            if (answer != null) {
                differences.put(spec.name(), differences(spec, answer));
            }
        }
        return differences;
    }

    private List<TopicDifference> differences(TopicSpec spec, Future<Config> answer) {
        String doing = "Asking for the configuration of topic '" + spec.name() + "'";
        try {
            return ask(answer, doing, spec.name())
                    .map(found -> TopicComparison.ofConfiguration(spec, found))
                    .orElse(List.of());
        } catch (TransientMessagingException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return List.of(new TopicDifference(
                        spec.name(),
                        "configuration",
                        spec.configuration().toString(),
                        "unknown",
                        "Grant DESCRIBE_CONFIGS on the topic, so that it can be compared."));
            }
            throw e;
        }
    }

    /** Changes what can be changed: what the broker knows and the document says otherwise. */
    private List<TopicDifference> alter(Map<String, List<TopicDifference>> configured) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
        List<TopicDifference> altered = new ArrayList<>();
        configured.forEach((topic, differences) -> {
            List<AlterConfigOp> sets = new ArrayList<>();
            for (TopicDifference difference : differences) {
                if (!difference.found().isEmpty() && !difference.setting().equals("configuration")) {
                    sets.add(new AlterConfigOp(
                            new ConfigEntry(difference.setting(), difference.said()), AlterConfigOp.OpType.SET));
                    altered.add(difference);
                }
            }
            if (!sets.isEmpty()) {
                changes.put(resource(topic), sets);
            }
        });
        if (!changes.isEmpty()) {
            List<ConfigurationProblem> refused = new ArrayList<>();
            admin.incrementalAlterConfigs(changes)
                    .values()
                    .forEach((resource, answer) ->
                            refusal(resource.name(), answer).ifPresent(refused::add));
            if (!refused.isEmpty()) {
                throw new InvalidConfigurationException(refused);
            }
        }
        return altered;
    }

    private Optional<ConfigurationProblem> refusal(String topic, Future<Void> answer) {
        String doing = "Altering topic '" + topic + "'";
        try {
            KafkaFailures.await(answer, deadline, doing, topic);
            return Optional.empty();
        } catch (TransientMessagingException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RetriableException
                    || cause instanceof InterruptedException
                    || cause == null
                    || cause instanceof TimeoutException) {
                throw e;
            }
            return Optional.of(new ConfigurationProblem(
                    "topic '" + topic + "'", "The broker refuses to alter it: " + cause.getMessage(), ""));
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Disconnects. */
    @Override
    public void close() {
        onClose.run();
    }
}
