package io.tidings.replication.core;

import org.jspecify.annotations.Nullable;

/** What the owner said about one key, as it arrived. */
public sealed interface Event {

    /**
     * Where it stands in the log that brought it. All events of a key come from one log, so this tells an event that is
     * delivered again from one that is new.
     */
    long offset();

    /**
     * The entity is now like this.
     *
     * @param version the owner's version of the entity
     * @param value the row, serialised
     */
    record Upsert(long offset, long version, RowValue value) implements Event {}

    /** The entity is gone since this version. */
    record Delete(long offset, long version) implements Event {}

    /**
     * It cannot be understood.
     *
     * @param version the owner's version, if at least that could be read
     * @param reason for people
     */
    record Poison(long offset, @Nullable Long version, String reason) implements Event {}
}
