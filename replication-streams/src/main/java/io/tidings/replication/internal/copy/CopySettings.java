package io.tidings.replication.internal.copy;

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
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The user's one map, as a full copy takes it: {@code consumer.} before a key gives it to the consumer alone, {@code admin.} to
 * the admin client; what the driver relies on is set whatever the user says. Immutable.
 */
public final class CopySettings {

    private static final String APPLICATION_ID = "application.id";
    private static final String STATE_DIR = "state.dir";
    private static final String CONSUMER = "consumer.";
    private static final String ADMIN = "admin.";

    /** A first load takes what there is in great bites; all the rest of the time there is less than that. */
    private static final Map<String, Object> BITES = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            4 << 20,
            ConsumerConfig.RECEIVE_BUFFER_CONFIG,
            1 << 20,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            IsolationLevel.READ_COMMITTED.toString());

    /** The driver keeps its positions itself, belongs to no group, and must hear of it when they are gone from the log. */
    private static final Map<String, Object> OURS = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class.getName(),
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class.getName());

    /** They have no meaning without a group. */
    private static final Set<String> GROUPS = Set.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG);

    private final String applicationId;
    private final Path stateDirectory;
    private final Map<String, Object> consumer;
    private final Map<String, Object> admin;
    private final ReplicaConfig own;

    private CopySettings(
            String applicationId,
            Path stateDirectory,
            Map<String, Object> consumer,
            Map<String, Object> admin,
            ReplicaConfig own) {
        this.applicationId = applicationId;
        this.stateDirectory = stateDirectory;
        this.consumer = consumer;
        this.admin = admin;
        this.own = own;
    }

    /**
     * Reads a configuration.
     *
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public static CopySettings of(Map<String, String> configuration) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        ReplicaConfig own = ReplicaConfig.of(configuration, problems);
        String applicationId = configuration.getOrDefault(APPLICATION_ID, "");
        if (applicationId.isBlank()) {
            problems.add(new ConfigurationProblem(
                    APPLICATION_ID, "is not set.", "Name the application; its state directory is named after it."));
        }
        if (configuration
                .getOrDefault(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "")
                .isBlank()) {
            problems.add(new ConfigurationProblem(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "is not set.", "Name a broker, as in 127.0.0.1:9092."));
        }
        Map<String, Object> consumer = new LinkedHashMap<>(BITES);
        consumer.putAll(chosen(configuration, ConsumerConfig.configDef(), CONSUMER));
        consumer.keySet().removeAll(GROUPS);
        consumer.putAll(OURS);
        Map<String, Object> admin = chosen(configuration, AdminClientConfig.configDef(), ADMIN);
        int timeout =
                Math.toIntExact(Math.min(Integer.MAX_VALUE, own.connectTimeout().toMillis()));
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        check(ConsumerConfig.configDef(), consumer, CONSUMER, configuration, problems);
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        String stateDirectory =
                configuration.getOrDefault(STATE_DIR, StateDirectory.standard().toString());
        return new CopySettings(applicationId, Path.of(stateDirectory), consumer, admin, own);
    }

    /** Where the store of a generation of a view is kept. */
    Path folder(String name) {
        return stateDirectory.resolve(applicationId).resolve(name);
    }

    Map<String, Object> consumer() {
        return consumer;
    }

    Map<String, Object> admin() {
        return admin;
    }

    String bootstrapServers() {
        return String.valueOf(consumer.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** What the consumer sees, so that end offsets can be asked for in the same terms. */
    IsolationLevel isolation() {
        String level = String.valueOf(consumer.get(ConsumerConfig.ISOLATION_LEVEL_CONFIG));
        return level.equals(IsolationLevel.READ_UNCOMMITTED.toString())
                ? IsolationLevel.READ_UNCOMMITTED
                : IsolationLevel.READ_COMMITTED;
    }

    Duration connectTimeout() {
        return own.connectTimeout();
    }

    Duration closeTimeout() {
        return own.closeTimeout();
    }

    Duration graveRetention() {
        return own.graveRetention();
    }

    /** A client's own keys: plain ones, and before them those that are given to it alone. */
    private static Map<String, Object> chosen(Map<String, String> configuration, ConfigDef client, String prefix) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        configuration.forEach((key, value) -> {
            if (client.names().contains(key)) {
                chosen.put(key, value);
            }
        });
        configuration.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                chosen.put(key.substring(prefix.length()), value);
            }
        });
        return chosen;
    }

    private static void check(
            ConfigDef client,
            Map<String, Object> settings,
            String prefix,
            Map<String, String> configuration,
            List<ConfigurationProblem> problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        for (ConfigValue value : client.validate(texts)) {
            String key = configuration.containsKey(prefix + value.name()) ? prefix + value.name() : value.name();
            if (texts.containsKey(value.name())) {
                value.errorMessages().forEach(message -> problems.add(new ConfigurationProblem(key, message, "")));
            }
        }
    }
}
