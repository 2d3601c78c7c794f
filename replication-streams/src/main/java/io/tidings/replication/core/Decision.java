package io.tidings.replication.core;

/** What an event does to a row. */
public sealed interface Decision {

    /** The row as it must now be stored: the entity lives. */
    record Applied(Row row) implements Decision {}

    /** The row as it must now be stored: the entity is gone. */
    record Grave(Row row) implements Decision {}

    /** The row as it must now be stored: the event could not be understood, and the key waits for a newer one. */
    record Parked(Row row, String reason) implements Decision {}

    /** Nothing changes: the event is older than what is known, or it is known already. */
    record Stale() implements Decision {
        static final Stale INSTANCE = new Stale();
    }
}
