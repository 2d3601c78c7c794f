package io.tidings.examples.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service's settings: defaults, overridden by the command line's {@code --name=value}. Names are Kafka's where Kafka has
 * one, so that a message which names a setting names what the user wrote.
 */
public record Settings(Map<String, String> values) {

    private static final List<String> OWN = List.of("http.", "database.", "order.");

    public Settings {
        values = Map.copyOf(values);
    }

    /**
     * Reads a command line.
     *
     * @throws StartupFailure if an argument is not of the form {@code --name=value}
     */
    public static Settings parse(Map<String, String> defaults, String... arguments) {
        Map<String, String> values = new TreeMap<>(defaults);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 3) {
                throw new StartupFailure("'" + argument + "' is not a setting: write --name=value", null);
            }
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return new Settings(values);
    }

    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StartupFailure("The setting '" + name + "' is missing: start with --" + name + "=…", null);
        }
        return value;
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    public int number(String name) {
        String value = get(name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StartupFailure("The setting '" + name + "' is a whole number, not '" + value + "'", e);
        }
    }

    /** A number, or a default. */
    public int number(String name, int otherwise) {
        return find(name) == null ? otherwise : number(name);
    }

    public Path path(String name) {
        return Path.of(get(name));
    }

    /** All settings but the service's own: what Tidings and Kafka are configured with. */
    public Map<String, String> messaging() {
        Map<String, String> messaging = new TreeMap<>(values);
        messaging.keySet().removeIf(name -> OWN.stream().anyMatch(name::startsWith));
        return messaging;
    }
}
