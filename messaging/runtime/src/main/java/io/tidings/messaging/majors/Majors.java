package io.tidings.messaging.majors;

import java.util.Locale;

/**
 * Which of two major versions are written, or read: the stages of a migration, of its owner and of each reader. Each goes from
 * one to the next with a restart, which may be a rolling one; never past {@link #BOTH}. The owner goes first to {@code BOTH},
 * and to {@link #NEWER} when no reader reads the older one any more. docs/migration.md tells why.
 */
public enum Majors {
    /** The older one alone, from code that knows the newer one. */
    OLDER,
    /** Both. */
    BOTH,
    /** The newer one alone. */
    NEWER;

    /**
     * The stage of that name, as a configuration says it, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static Majors of(String name) {
        for (Majors stage : values()) {
            if (stage.name().equalsIgnoreCase(name.strip())) {
                return stage;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no stage of a migration: say 'older', 'both' or 'newer'");
    }

    /** Whether the older version is among them. */
    public boolean older() {
        return this != NEWER;
    }

    /** Whether the newer version is among them. */
    public boolean newer() {
        return this != OLDER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
