package io.tidings.messaging.config;

import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.RegistrySettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Finds everything that is wrong with a configuration before any client is made from it. */
final class ConfigurationCheck {

    /** KIP-848 moved these to the broker; a consumer that is given them refuses to start. */
    private static final Set<String> REFUSED_BY_CONSUMER_PROTOCOL = Set.of(
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);

    /** KIP-932: a share consumer that is given these refuses to start. */
    static final Set<String> REFUSED_BY_SHARE_GROUPS = Set.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);

    /** Of those, what we see to ourselves, by way of the broker. */
    private static final Set<String> KEPT_FOR_SHARE_GROUPS = Set.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG);

    private static final String KAFKAS_OWN = "org.apache.kafka.common.serialization.";

    private final Map<String, String> all;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private ConfigurationCheck(Map<String, String> all) {
        this.all = all;
    }

    static List<ConfigurationProblem> problems(Map<String, String> all) {
        ConfigurationCheck check = new ConfigurationCheck(all);
        check.required(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "Name a broker, as in 127.0.0.1:9092.");
        if (ValueClasses.of(all).needRegistry()) {
            check.required(
                    RegistrySettings.URL,
                    "Name the registry, as in http://127.0.0.1:8081; mock://scope keeps one in memory.");
            check.registry();
        }
        check.bootstrapServers();
        check.codec();
        check.tidings();
        check.values(ClientSettings.PRODUCER, ProducerConfig.configDef(), KafkaDefaults.PRODUCER_FIXED);
        check.values(ClientSettings.CONSUMER, ConsumerConfig.configDef(), KafkaDefaults.CONSUMER_FIXED);
        check.values(ClientSettings.ADMIN, AdminClientConfig.configDef(), Map.of());
        check.groupProtocol();
        check.replyChannel();
        return check.problems.stream()
                .distinct()
                .sorted(Comparator.comparing(ConfigurationProblem::key))
                .toList();
    }

    private void required(String key, String hint) {
        if (all.getOrDefault(key, "").isBlank()) {
            report(key, "is not set.", hint);
        }
    }

    private void bootstrapServers() {
        String servers = all.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
        for (String server : servers.isBlank() ? new String[0] : servers.split(",", -1)) {
            if (BootstrapServer.parse(server).isEmpty()) {
                report(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "'" + server.strip() + "' is not an address.",
                        "Write host:port, several separated by commas.");
            }
        }
    }

    private void registry() {
        String url = all.getOrDefault(RegistrySettings.URL, "");
        if (url.isBlank() || url.startsWith("mock://")) {
            return;
        }
        try {
            RegistrySettings.from(all);
        } catch (IllegalArgumentException e) {
            report(RegistrySettings.URL, String.valueOf(e.getMessage()), "");
        }
    }

    private void codec() {
        try {
            CodecSettings.from(all);
        } catch (ConfigException e) {
            report("codec", String.valueOf(e.getMessage()), "");
        }
    }

    private void tidings() {
        for (String key : all.keySet()) {
            if (SettingOwner.of(key) == SettingOwner.TIDINGS
                    && !TidingsConfig.DEFINITION.names().contains(key)) {
                report(
                        key,
                        "is not a setting.",
                        Suggestion.nearest(key, TidingsConfig.DEFINITION.names())
                                .map(meant -> "Did you mean '" + meant + "'?")
                                .orElse(""));
            }
        }
        report(TidingsConfig.DEFINITION, all, "");
    }

    private void replyChannel() {
        String instance = all.getOrDefault(TidingsConfig.INSTANCE, "");
        if (all.getOrDefault(TidingsConfig.REPLY_CHANNEL, "shared").equals("instance")) {
            required(
                    TidingsConfig.INSTANCE,
                    "A reply channel of its own needs a name that this instance has again after a restart, such as its"
                            + " host's.");
        }
        if (!instance.isEmpty() && !instance.matches("[A-Za-z0-9._-]+")) {
            report(
                    TidingsConfig.INSTANCE,
                    "cannot be '" + instance + "'.",
                    "It becomes part of a topic's name: letters, digits, '.', '_' and '-' may stand in it.");
        }
    }

    /** Kafka's own definitions know the types and ranges of its settings. */
    private void values(String prefix, ConfigDef definition, Map<String, String> fixed) {
        Map<String, String> part = ClientSettings.part(all, prefix, definition.names());
        fixed.forEach((key, value) -> {
            String chosen = part.put(key, value);
            if (chosen != null && !same(key, chosen, value) && !ofValues(key) && !bareKeys(key, chosen)) {
                String where = all.containsKey(prefix + key) ? prefix + key : key;
                report(where, "cannot be '" + chosen + "'.", "Leave it out: it is always '" + value + "'.");
            }
        });
        part.keySet().retainAll(definition.names());
        part.remove(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        report(definition, part, prefix);
    }

    /** Any class writes and reads values; Kafka's own clients still see bytes. */
    private static boolean ofValues(String key) {
        return key.equals(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG)
                || key.equals(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    }

    /** Kafka's own classes for keys write what the document's keys are written as. */
    private static boolean bareKeys(String key, String chosen) {
        boolean ofKeys = key.equals(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG)
                || key.equals(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        return ofKeys && chosen.startsWith(KAFKAS_OWN);
    }

    private static boolean same(String key, String chosen, String value) {
        boolean minusOneMeansAll = key.equals(ProducerConfig.ACKS_CONFIG) && chosen.equals("-1");
        return minusOneMeansAll || chosen.equalsIgnoreCase(value);
    }

    private void report(ConfigDef definition, Map<String, String> part, String prefix) {
        for (ConfigValue value : definition.validate(part)) {
            if (part.containsKey(value.name())) {
                String where = all.containsKey(prefix + value.name()) ? prefix + value.name() : value.name();
                // What cannot be parsed is also out of range; the first message says why.
                value.errorMessages().stream().findFirst().ifPresent(message -> report(where, message, ""));
            }
        }
    }

    private void groupProtocol() {
        Map<String, String> consumer = ClientSettings.part(all, ClientSettings.CONSUMER, ConsumerConfig.configNames());
        if (!"consumer".equalsIgnoreCase(consumer.getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer"))) {
            return;
        }
        for (String key : REFUSED_BY_CONSUMER_PROTOCOL) {
            if (consumer.containsKey(key)) {
                report(
                        key,
                        "is decided by the broker under group.protocol=consumer.",
                        "Leave it out (the broker's group.consumer.* settings replace it), or set group.protocol=classic.");
            }
        }
    }

    static List<ConfigurationProblem> refusedByShareGroups(Map<String, String> all) {
        Map<String, String> consumer = ClientSettings.part(all, ClientSettings.CONSUMER, ConsumerConfig.configNames());
        return REFUSED_BY_SHARE_GROUPS.stream()
                .filter(key -> consumer.containsKey(key) && !KEPT_FOR_SHARE_GROUPS.contains(key))
                .sorted()
                .map(key -> new ConfigurationProblem(
                        key,
                        "has no effect on members of share groups.",
                        key.equals(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG)
                                ? "They run no interceptors: listen with a MessagingListener."
                                : "The group's share.* settings on the broker replace it."))
                .toList();
    }

    private void report(String key, String message, String hint) {
        problems.add(new ConfigurationProblem(key, message, hint));
    }
}
