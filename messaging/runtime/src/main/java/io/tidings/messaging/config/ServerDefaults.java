package io.tidings.messaging.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach a server, as its document says: settings for whoever says nothing else. What the caller sets beats them. Immutable.
 *
 * @param server its name in the document
 * @param settings such as {@code bootstrap.servers}; no secrets
 * @param credentials what only the caller can set
 */
public record ServerDefaults(String server, Map<String, String> settings, List<Credential> credentials) {

    private static final String OWN_LOGIN = "java.security.auth.login.config";

    public ServerDefaults {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        credentials = List.copyOf(credentials);
    }

    /**
     * What lets a client in.
     *
     * @param anyOf settings, one of which the caller must give
     */
    public record Credential(List<String> anyOf, String why) {
        public Credential {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** As {@link #with(Map)}, for a server that needs nothing more. */
    public Map<String, String> configuration() {
        return with(Map.of());
    }

    /**
     * A configuration for clients: the caller's own settings, and those of the document where it has none.
     *
     * @throws InvalidConfigurationException if credentials are missing; not if the caller changes {@code security.protocol}, as
     *     for a broker on a developer's machine
     */
    public Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(own);
        String protocol = settings.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        if (protocol == null || protocol.equals(all.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG))) {
            requireCredentials(all);
        }
        return all;
    }

    private void requireCredentials(Map<String, String> all) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (Credential credential : credentials) {
            boolean given = credential.anyOf().stream()
                    .anyMatch(key -> all.keySet().stream().anyMatch(set -> set.equals(key) || set.endsWith("." + key)));
            if (!given && System.getProperty(OWN_LOGIN) == null) {
                problems.add(new ConfigurationProblem(
                        credential.anyOf().get(0), "is not set. " + credential.why(), others(credential)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }

    private static String others(Credential credential) {
        return credential.anyOf().size() == 1
                ? ""
                : "Or set '"
                        + String.join(
                                "' or '",
                                credential.anyOf().subList(1, credential.anyOf().size()))
                        + "'.";
    }

    /** As {@link #with(Map)}, with what the process's environment says: see {@link #environment}. */
    public Map<String, String> withEnvironment() {
        return with(environment(System.getenv()));
    }

    /**
     * The settings among environment variables, which are called in upper case with {@code _} for {@code .}: {@code
     * BOOTSTRAP_SERVERS}, {@code SCHEMA_REGISTRY_URL}, {@code SASL_JAAS_CONFIG}, {@code TIDINGS_HANDLER_THREADS}. Other variables are
     * none.
     */
    public static Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> settings = new LinkedHashMap<>();
        Set<String> known = known();
        variables.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT).replace('_', '.');
            boolean setting = known.contains(key) || key.startsWith("tidings.") || key.startsWith("schema.registry.");
            if (setting && name.equals(name.toUpperCase(Locale.ROOT))) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ProducerConfig.configNames());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }
}
