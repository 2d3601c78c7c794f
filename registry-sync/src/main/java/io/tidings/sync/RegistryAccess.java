package io.tidings.sync;

import io.tidings.registry.RegistrySettings;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.SubjectStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How commands and goals reach a registry: the keys that clients know ({@link RegistrySettings}), from several places, so
 * that the file which a service is configured with can be used as it is, and credentials need not stand on a command line.
 * Immutable.
 */
public final class RegistryAccess {
    /**
     * What names of environment variables begin with. The rest is a key of {@link RegistrySettings} in capitals, underscores
     * for dots, with or without {@code schema.registry.}: {@code TIDINGS_REGISTRY_URL}, {@code
     * TIDINGS_REGISTRY_BASIC_AUTH_USER_INFO}.
     */
    public static final String ENVIRONMENT = "TIDINGS_REGISTRY_";

    private static final String PREFIX = "schema.registry.";
    private static final String PAYLOADS = "value.subject.name.strategy";
    private static final String KEYS = "key.subject.name.strategy";

    private final Map<String, String> settings;

    private RegistryAccess(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Nothing is known yet. */
    public static RegistryAccess none() {
        return new RegistryAccess(Map.of());
    }

    /**
     * With what a file of properties says, in UTF-8.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no file of properties
     */
    public RegistryAccess with(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no file " + file, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " cannot be read as properties", e);
        }
        Map<String, String> found = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> found.put(name, read.getProperty(name)));
        return with(found);
    }

    /** With what the variables of an environment say. */
    public RegistryAccess withEnvironment(Map<String, String> environment) {
        Map<String, String> found = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                String key = name.substring(ENVIRONMENT.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                found.put(key.startsWith(PREFIX) ? key : PREFIX + key, value);
            }
        });
        return with(found);
    }

    /** With further keys, which go before those that are known. */
    public RegistryAccess with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(settings);
        more.forEach((key, value) -> {
            // A key and the same with the prefix are one: what is said later shall win, whichever was written.
            all.remove(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : PREFIX + key);
            all.put(key, value);
        });
        return new RegistryAccess(all);
    }

    /**
     * At these URLs, separated by commas; null leaves what is known.
     *
     * @throws IllegalArgumentException if there are credentials in one
     */
    public RegistryAccess at(@Nullable String urls) {
        if (urls == null) {
            return this;
        }
        if (urls.matches("(?s).*//[^/,]*@.*")) {
            throw new IllegalArgumentException(
                    "credentials do not belong into a URL that others can read: set the variable " + ENVIRONMENT
                            + "BASIC_AUTH_USER_INFO, or '" + RegistrySettings.BASIC_AUTH_USER_INFO + "' in a file");
        }
        return with(Map.of(RegistrySettings.URL, urls));
    }

    /** As a user with a password. */
    public RegistryAccess as(String user, String password) {
        return with(Map.of(RegistrySettings.BASIC_AUTH_USER_INFO, user + ":" + password));
    }

    /** With a bearer token. */
    public RegistryAccess withToken(String token) {
        return with(Map.of(RegistrySettings.BEARER_AUTH_TOKEN, token));
    }

    /** Whether it is known where the registry is. */
    public boolean complete() {
        return settings.containsKey(RegistrySettings.URL);
    }

    /** For {@code SchemaRegistry.connect}. Who gives a user and a password means them, whatever the default source is. */
    public Map<String, String> settings() {
        boolean user = known(RegistrySettings.BASIC_AUTH_USER_INFO) != null;
        boolean source = known(RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE) != null;
        return user && !source
                ? with(Map.of(RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE, "USER_INFO")).settings
                : settings;
    }

    /**
     * The strategies that clients are configured with, where the caller asks for none.
     *
     * @throws IllegalArgumentException if one is not known; the message names its key
     */
    public PlanSettings strategies(PlanSettings asked) {
        return asked.withPayloads(asked.payloads() == null ? strategy(PAYLOADS) : asked.payloads())
                .withKeys(asked.keys() == null ? strategy(KEYS) : asked.keys());
    }

    private @Nullable SubjectStrategy strategy(String key) {
        String written = settings.get(key);
        return written == null
                ? null
                : SubjectStrategy.named(written)
                        .orElseThrow(() -> new IllegalArgumentException("The setting '" + key + "' is '" + written
                                + "'; known are topic, record and topic-record, and Confluent's classes for these"));
    }

    private @Nullable String known(String key) {
        String value = settings.get(key);
        return value == null ? settings.get(PREFIX + key) : value;
    }
}
