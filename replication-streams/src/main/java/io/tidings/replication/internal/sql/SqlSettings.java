package io.tidings.replication.internal.sql;

import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.config.ConfigurationProblem;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.replication.internal.driver.ReplicaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * The user's one map, as the driver takes it: consumer and admin client are set as those of the transport are, but for what the
 * driver relies on. Immutable.
 */
public final class SqlSettings {

    private static final String APPLICATION_ID = "application.id";

    /** What is for other drivers, and for replicas alone. */
    private static final List<String> NOT_CLIENTS = List.of("streams.", "tidings.replica.");

    private final String applicationId;
    private final ClientSettings clients;
    private final ReplicaConfig own;
    private final boolean batchChosen;

    private SqlSettings(String applicationId, ClientSettings clients, ReplicaConfig own, boolean batchChosen) {
        this.applicationId = applicationId;
        this.clients = clients;
        this.own = own;
        this.batchChosen = batchChosen;
    }

    /**
     * Reads a configuration.
     *
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public static SqlSettings of(Map<String, String> configuration) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        ReplicaConfig own = ReplicaConfig.of(configuration, problems);
        String applicationId = configuration.getOrDefault(APPLICATION_ID, "");
        if (applicationId.isBlank()) {
            problems.add(new ConfigurationProblem(
                    APPLICATION_ID, "is not set.", "Name the application; its groups and tables are named after it."));
        }
        Map<String, String> rest = new TreeMap<>(configuration);
        rest.keySet().removeIf(key -> NOT_CLIENTS.stream().anyMatch(key::startsWith));
        try {
            ClientSettings clients = ClientSettings.withoutRegistry(rest);
            if (problems.isEmpty()) {
                boolean chosen = rest.containsKey(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)
                        || rest.containsKey("consumer." + ConsumerConfig.MAX_POLL_RECORDS_CONFIG);
                return new SqlSettings(applicationId, clients, own, chosen);
            }
        } catch (InvalidConfigurationException e) {
            problems.addAll(e.problems());
        }
        throw new InvalidConfigurationException(problems);
    }

    /** The group of a generation's followers; the generation's table is named after it, too. */
    public String group(String generation) {
        return applicationId + "-" + generation;
    }

    /** The records of a poll are those of a transaction, unless the user says otherwise. */
    Map<String, Object> consumer(String generation, int batch) {
        Map<String, Object> settings = clients.consumer(group(generation));
        // Where to go on stands in the database; what is gone from the log must be noticed.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        if (!batchChosen) {
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        }
        return settings;
    }

    Map<String, Object> admin() {
        return clients.admin();
    }

    String bootstrapServers() {
        return clients.bootstrapServers();
    }

    /** What the consumer sees, so that end offsets can be asked for in the same terms. */
    IsolationLevel isolation() {
        return clients.isolationLevel().equals(IsolationLevel.READ_UNCOMMITTED.toString())
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
}
