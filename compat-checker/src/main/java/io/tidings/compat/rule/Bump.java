package io.tidings.compat.rule;

import java.util.Locale;

/** Which part of a semantic version a change asks to be raised. */
public enum Bump {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    /** As JSON reports print it: {@code none}, {@code patch}, {@code minor} or {@code major}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Bump max(Bump other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
