package io.tidings.registry;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration as Kafka passes it: values are text, numbers or lists. Collects what is wrong with it. */
final class SettingValues {

    /** Confluent's clients take these with the prefix and without. */
    private static final Set<String> ALSO_BARE = Set.of(
            RegistrySettings.MAX_RETRIES,
            RegistrySettings.RETRIES_WAIT_MS,
            RegistrySettings.RETRIES_MAX_WAIT_MS,
            RegistrySettings.PROXY_HOST,
            RegistrySettings.PROXY_PORT);

    private final Map<String, ?> configuration;
    private final List<String> problems = new ArrayList<>();

    SettingValues(Map<String, ?> configuration) {
        this.configuration = configuration;
    }

    /** The value without blanks around it; null if there is none. */
    @Nullable String text(String key) {
        String written = written(key);
        return written == null || written.isBlank() ? null : written.strip();
    }

    @Nullable Secret secret(String key) {
        String text = text(key);
        return text == null ? null : new Secret(text);
    }

    /** As it is written: for settings to which nothing at all says something. */
    @Nullable String written(String key) {
        Object value = configuration.get(key);
        String prefix = RegistrySettings.PREFIX;
        if (value == null && !key.startsWith(prefix)) {
            value = configuration.get(prefix + key);
        }
        if (value == null && ALSO_BARE.contains(key)) {
            value = configuration.get(key.substring(prefix.length()));
        }
        if (value instanceof Collection<?> several) {
            return String.join(",", several.stream().map(String::valueOf).toList());
        }
        return value == null ? null : value.toString();
    }

    List<String> list(String key) {
        List<String> list = new ArrayList<>();
        String text = text(key);
        for (String one : (text == null ? "" : text).split(",", -1)) {
            if (!one.isBlank()) {
                list.add(one.strip());
            }
        }
        return list;
    }

    long number(String key, long otherwise, long least, long most) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: one message says it all.
        }
        wrong(key, "must be a whole number from " + least + " to " + most + ", not '" + text + "'");
        return otherwise;
    }

    /** One of a few words; without regard to case, as Kafka takes them. */
    @Nullable String oneOf(String key, String... known) {
        String text = text(key);
        if (text == null || List.of(known).contains(text.toUpperCase(Locale.ROOT))) {
            return text == null ? null : text.toUpperCase(Locale.ROOT);
        }
        wrong(key, "must be one of " + String.join(", ", known) + ", not '" + text + "'");
        return null;
    }

    @Nullable Path path(String key) {
        String text = text(key);
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            wrong(key, "must be a path: " + e.getMessage());
            return null;
        }
    }

    /** The value; if there is none, that is a problem. */
    String required(String key, String asker) {
        String text = text(key);
        if (text == null) {
            missing(key, "'" + asker + "' asks for it");
        }
        return text == null ? "" : text;
    }

    void missing(String key, String why) {
        problems.add("The setting '" + key + "' is missing: " + why);
    }

    void wrong(String key, String what) {
        problems.add("The setting '" + key + "' " + what);
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** Ends here if anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " settings are wrong:\n- " + String.join("\n- ", problems));
        }
    }
}
