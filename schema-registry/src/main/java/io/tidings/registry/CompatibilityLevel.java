package io.tidings.registry;

/** Which earlier versions of its subject a new schema must get on with, and how. */
public enum CompatibilityLevel {
    /** With none. */
    NONE,
    /** It reads what the newest version wrote. */
    BACKWARD,
    /** It reads what any version wrote. */
    BACKWARD_TRANSITIVE,
    /** The newest version reads what it writes. */
    FORWARD,
    /** Every version reads what it writes. */
    FORWARD_TRANSITIVE,
    /** Both ways, with the newest version. */
    FULL,
    /** Both ways, with every version. */
    FULL_TRANSITIVE;

    boolean readsOlder() {
        return this == BACKWARD || this == BACKWARD_TRANSITIVE || this == FULL || this == FULL_TRANSITIVE;
    }

    boolean isReadByOlder() {
        return this == FORWARD || this == FORWARD_TRANSITIVE || this == FULL || this == FULL_TRANSITIVE;
    }

    boolean transitive() {
        return this == BACKWARD_TRANSITIVE || this == FORWARD_TRANSITIVE || this == FULL_TRANSITIVE;
    }
}
