package io.tidings.replication.internal.driver;

import io.tidings.messaging.config.ConfigurationProblem;
import io.tidings.messaging.config.TidingsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Settings of our own.
 *
 * @param graveRetention how long a deleted key's version is remembered
 * @param connectTimeout how long to wait at the start for the broker and the topics
 * @param closeTimeout how long to wait at the end for the threads
 * @param keepRetired how long what instances share is kept of a generation that was replaced
 */
public record ReplicaConfig(
        Duration graveRetention, Duration connectTimeout, Duration closeTimeout, Duration keepRetired) {

    public static final String GRAVE_RETENTION = "tidings.replica.grave.retention.ms";

    static final String KEEP_RETIRED = "tidings.replica.retired.keep.ms";

    private static final String PREFIX = "tidings.replica.";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    GRAVE_RETENTION,
                    ConfigDef.Type.LONG,
                    Duration.ofDays(7).toMillis(),
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "How long a deleted key's version is remembered, so that an event that comes late does not bring it"
                            + " back, in milliseconds; longer than any event may be delayed or repeated.")
            .define(
                    KEEP_RETIRED,
                    ConfigDef.Type.LONG,
                    Duration.ofMinutes(10).toMillis(),
                    Range.atLeast(0),
                    Importance.LOW,
                    "How long group and changelog topic of a store that was replaced by a rebuilt one are kept, so that"
                            + " instances that are just restarting still find them, in milliseconds.")
            .define(
                    TidingsConfig.CONNECT_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "How long to wait at the start for the broker and the topics, in milliseconds.")
            .define(
                    TidingsConfig.CLOSE_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How long to wait at the end for the stream threads, in milliseconds.");

    /** Reads them; what is wrong joins the problems. */
    public static ReplicaConfig of(Map<String, String> configuration, List<ConfigurationProblem> problems) {
        for (String key : configuration.keySet()) {
            if (key.startsWith(PREFIX) && !DEFINITION.names().contains(key)) {
                problems.add(new ConfigurationProblem(
                        key, "is not a setting.", "There are '" + GRAVE_RETENTION + "' and '" + KEEP_RETIRED + "'."));
            }
        }
        int before = problems.size();
        for (ConfigValue value : DEFINITION.validate(configuration)) {
            value.errorMessages().forEach(message -> problems.add(new ConfigurationProblem(value.name(), message, "")));
        }
        Map<String, Object> values = DEFINITION.parse(problems.size() > before ? Map.of() : configuration);
        return new ReplicaConfig(
                millis(values, GRAVE_RETENTION),
                millis(values, TidingsConfig.CONNECT_TIMEOUT),
                millis(values, TidingsConfig.CLOSE_TIMEOUT),
                millis(values, KEEP_RETIRED));
    }

    private static Duration millis(Map<String, Object> values, String key) {
        return Duration.ofMillis(((Number) values.getOrDefault(key, 0L)).longValue());
    }
}
