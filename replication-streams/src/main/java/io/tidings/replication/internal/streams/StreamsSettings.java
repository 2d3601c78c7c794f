package io.tidings.replication.internal.streams;

import io.tidings.messaging.config.ConfigurationProblem;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.replication.internal.driver.ReplicaConfig;
import io.tidings.replication.internal.driver.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The user's one map, as Kafka Streams takes it: {@code streams.} before a key gives it to Streams alone; what is ours or
 * the registry's stays out; and what the driver relies on is set whatever the user says. Immutable.
 */
public final class StreamsSettings {

    private static final String STREAMS = "streams.";
    private static final List<String> NOT_STREAMS = List.of("tidings.", "schema.registry.", STREAMS);
    private static final Duration TASK_TIMEOUT = Duration.ofDays(1);

    private final Map<String, Object> streams;
    private final ReplicaConfig own;

    private StreamsSettings(Map<String, Object> streams, ReplicaConfig own) {
        this.streams = streams;
        this.own = own;
    }

    /**
     * Reads a configuration.
     *
     * @param name the generation of the view that this is for; it becomes part of the application id, since a new store under an
     *     old id would begin where the old one's input ended
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public static StreamsSettings of(Map<String, String> configuration, String name) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        ReplicaConfig own = ReplicaConfig.of(configuration, problems);
        Map<String, Object> streams = new LinkedHashMap<>();
        streams.put(StreamsConfig.STATE_DIR_CONFIG, StateDirectory.standard().toString());
        streams.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        // A broker that is away must not end a task: it comes back, and the record is still there.
        streams.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, TASK_TIMEOUT.toMillis());
        streams.putAll(chosen(configuration));
        String applicationId = String.valueOf(streams.getOrDefault(StreamsConfig.APPLICATION_ID_CONFIG, ""));
        if (applicationId.isBlank()) {
            problems.add(new ConfigurationProblem(
                    StreamsConfig.APPLICATION_ID_CONFIG,
                    "is not set.",
                    "Name the application; all its instances share the name, and topics are named after it."));
        }
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId + "-" + name);
        // Streams' own new protocol lacks static membership; "consumer" is meant for the transport, not for Streams.
        streams.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        problems.addAll(problems(configuration, streams));
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        return new StreamsSettings(streams, own);
    }

    public String applicationId() {
        return text(StreamsConfig.APPLICATION_ID_CONFIG, "");
    }

    /** Where other instances reach this one; empty if that was not said. */
    String applicationServer() {
        return text(StreamsConfig.APPLICATION_SERVER_CONFIG, "");
    }

    String bootstrapServers() {
        return text(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    public Duration connectTimeout() {
        return own.connectTimeout();
    }

    /** How long to wait for the stream threads at the end. */
    Duration closeTimeout() {
        return own.closeTimeout();
    }

    Duration graveRetention() {
        return own.graveRetention();
    }

    /** Static members keep their partitions over a restart, unless they leave. */
    boolean staticMember() {
        return !consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "").isBlank();
    }

    /** What the stream threads' consumers see, so that end offsets can be asked for in the same terms. */
    IsolationLevel isolation() {
        String level = consumer(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "");
        return level.equals(IsolationLevel.READ_UNCOMMITTED.toString())
                ? IsolationLevel.READ_UNCOMMITTED
                : IsolationLevel.READ_COMMITTED;
    }

    /** How long a stream thread may stand still: half of what the group allows before it takes it for dead. */
    Duration patience() {
        String allowed = consumer(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "300000");
        return Duration.ofMillis(Long.parseLong(allowed) / 2);
    }

    Properties streams(PollLog polls) {
        Properties properties = new Properties();
        properties.putAll(streams);
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                List.of(PollObserver.class.getName()));
        properties.put(StreamsConfig.mainConsumerPrefix(PollObserver.LOG_CONFIG), polls);
        return properties;
    }

    /** How long what instances share is kept after a generation was retired. */
    public Duration keepRetired() {
        return own.keepRetired();
    }

    /** Where stores are kept. */
    public Path stateDirectory() {
        return Path.of(text(StreamsConfig.STATE_DIR_CONFIG, ""));
    }

    /** For an admin client. */
    public Map<String, Object> admin() {
        Map<String, Object> admin = new LinkedHashMap<>();
        streams.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                admin.put(key, value);
            }
        });
        streams.forEach((key, value) -> {
            if (key.startsWith(StreamsConfig.ADMIN_CLIENT_PREFIX)) {
                admin.put(key.substring(StreamsConfig.ADMIN_CLIENT_PREFIX.length()), value);
            }
        });
        int timeout =
                Math.toIntExact(Math.min(Integer.MAX_VALUE, connectTimeout().toMillis()));
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        return admin;
    }

    private static Map<String, String> chosen(Map<String, String> configuration) {
        Map<String, String> chosen = new LinkedHashMap<>();
        configuration.forEach((key, value) -> {
            if (NOT_STREAMS.stream().noneMatch(key::startsWith)) {
                chosen.put(key, value);
            }
        });
        configuration.forEach((key, value) -> {
            if (key.startsWith(STREAMS)) {
                chosen.put(key.substring(STREAMS.length()), value);
            }
        });
        return chosen;
    }

    private static List<ConfigurationProblem> problems(Map<String, String> chosen, Map<String, Object> streams) {
        Map<String, String> texts = new LinkedHashMap<>();
        streams.forEach((key, value) -> texts.put(key, value.toString()));
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (ConfigValue value : StreamsConfig.configDef().validate(texts)) {
            String key = chosen.containsKey(STREAMS + value.name()) ? STREAMS + value.name() : value.name();
            if (value.name().equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) && !texts.containsKey(value.name())) {
                problems.add(new ConfigurationProblem(key, "is not set.", "Name a broker, as in 127.0.0.1:9092."));
            } else {
                value.errorMessages().forEach(message -> problems.add(new ConfigurationProblem(key, message, "")));
            }
        }
        return problems;
    }

    /** A consumer's setting, the most specific of its three keys first. */
    private String consumer(String key, String otherwise) {
        String general = text(StreamsConfig.consumerPrefix(key), text(key, otherwise));
        return text(StreamsConfig.mainConsumerPrefix(key), general);
    }

    private String text(String key, String otherwise) {
        return String.valueOf(streams.getOrDefault(key, otherwise));
    }
}
