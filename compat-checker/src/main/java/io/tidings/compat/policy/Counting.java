package io.tidings.compat.policy;

import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Impact;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much findings of a rule count. */
public enum Counting {
    /** They are not told at all. */
    OFF,
    /** They are told, and require nothing. */
    NONE,
    /** They are told as a warning, and require nothing. */
    WARNING,
    PATCH,
    MINOR,
    MAJOR,
    /** They fail the check, whatever the version. For rules about the gate only. */
    ERROR;

    static final List<Counting> OF_CHANGES = List.of(OFF, NONE, WARNING, PATCH, MINOR, MAJOR);
    static final List<Counting> OF_THE_GATE = List.of(OFF, WARNING, ERROR);
    static final List<Counting> OF_NOTES = List.of(OFF, WARNING);

    /** As the file says it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same on either axis: what a team calls a rule's findings holds for all it publishes. */
    public Impact impact() {
        Bump bump = switch (this) {
            case PATCH -> Bump.PATCH;
            case MINOR -> Bump.MINOR;
            case MAJOR -> Bump.MAJOR;
            case OFF, NONE, WARNING, ERROR -> Bump.NONE;
        };
        return new Impact(bump, bump, this == WARNING);
    }

    static Optional<Counting> named(String label) {
        return Arrays.stream(values())
                .filter(counting -> counting.label().equals(label))
                .findFirst();
    }
}
