package io.tidings.replication;

/** How the owner says that an entity is gone. */
public enum Deletes {
    /**
     * By a tombstone whose entity version stands in the header {@code ce_entityversion}; it leaves a versioned grave. A
     * tombstone without that header cannot be ordered: it parks its key.
     */
    TOMBSTONE,

    /** Never. A tombstone is not expected: it parks its key. */
    NONE
}
