package io.tidings.replication.core;

import org.jspecify.annotations.Nullable;

/** What the owner said about one key, as it arrived. */
public sealed interface Event {

    /** Which of the view's logs brought it, from 0: a channel is one log. */
    int log();

    /**
     * Where it stands in that log. All events of a key in one log are in one order, so this tells an event that is delivered
     * again from one that is new.
     */
    long offset();

    /**
     * The entity is now like this.
     *
     * @param version the owner's version of the entity
     * @param value the row, serialised
     */
    record Upsert(int log, long offset, long version, RowValue value) implements Event {}

    /**
     * The entity is now what a step makes of it.
     *
     * @param version the owner's version of the entity, after the step
     */
    record Change(int log, long offset, long version, Step step) implements Event {}

    /** The entity is gone since this version. */
    record Delete(int log, long offset, long version) implements Event {}

    /**
     * It cannot be understood.
     *
     * @param version the owner's version, if at least that could be read
     * @param reason for people
     */
    record Poison(int log, long offset, @Nullable Long version, String reason) implements Event {}
}
