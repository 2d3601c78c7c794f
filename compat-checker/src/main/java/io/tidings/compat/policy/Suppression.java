package io.tidings.compat.policy;

import io.tidings.asyncapi.source.Location;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a team lives with for a time.
 *
 * @param rule the id of its rule
 * @param matching what it must say besides, by the name of the field; what is not named may be anything
 * @param reason for those who will wonder why
 * @param until the last day on which it holds
 * @param location where it is written
 */
public record Suppression(String rule, Map<Field, String> matching, String reason, LocalDate until, Location location) {

    /** What of a finding can be asked for; each with {@code *} for any characters. */
    public enum Field {
        /**
         * The name of the file that is checked, with as many of its folders as are written here: a settings file may serve
         * several.
         */
        DOCUMENT,
        /** One of the services that a finding of a landscape speaks of. */
        SERVICE,
        CHANNEL,
        OPERATION,
        MESSAGE,
        PATH;

        /** As the file says it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Suppression {
        matching = Map.copyOf(matching);
    }

    /**
     * Whether it speaks of this document at all.
     *
     * @param document its file
     */
    public boolean concerns(String document) {
        String asked = matching.get(Field.DOCUMENT);
        if (asked == null) {
            return true;
        }
        String rest = document.replace('\\', '/');
        Glob glob = Glob.of(asked);
        // Written with folders, it may begin in any of them.
        while (!glob.matches(rest)) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return false;
            }
            rest = rest.substring(slash + 1);
        }
        return true;
    }

    /** Whether a finding of a document that it {@linkplain #concerns concerns} is meant. */
    public boolean matches(
            String foundBy,
            @Nullable String channel,
            @Nullable String operation,
            @Nullable String message,
            String path) {
        return rule.equals(foundBy)
                && matches(Field.CHANNEL, channel)
                && matches(Field.OPERATION, operation)
                && matches(Field.MESSAGE, message)
                && matches(Field.PATH, path);
    }

    /**
     * Whether a finding of a landscape is meant.
     *
     * @param services that it speaks of
     */
    public boolean matches(
            String foundBy, List<String> services, @Nullable String channel, @Nullable String message, String path) {
        boolean service =
                matching.get(Field.SERVICE) == null || services.stream().anyMatch(name -> matches(Field.SERVICE, name));
        return service && matches(foundBy, channel, null, message, path);
    }

    private boolean matches(Field field, @Nullable String text) {
        String asked = matching.get(field);
        return asked == null || Glob.of(asked).matches(text);
    }

    public boolean expired(LocalDate today) {
        return today.isAfter(until);
    }

    /** What it matches, in words: {@code channel-remove, channel orders.*}. */
    public String what() {
        Map<Field, String> ordered = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            String asked = matching.get(field);
            if (asked != null) {
                ordered.put(field, asked);
            }
        }
        return ordered.entrySet().stream()
                .map(entry -> ", " + entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining("", rule, ""));
    }
}
