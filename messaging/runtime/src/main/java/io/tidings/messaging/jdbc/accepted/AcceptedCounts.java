package io.tidings.messaging.jdbc.accepted;

/**
 * How many requests of a kind there are that are not done with.
 *
 * @param pending requests that have not ended
 * @param overdue those of them that have taken too long and are to be ended: more than a few for more than a moment means that no
 *     {@link RequestKeeper} runs, or that its handler fails
 * @param undoing requests that have failed, and of whose steps some are to be undone
 * @param failing those for which a handler has failed, and is tried again
 */
public record AcceptedCounts(long pending, long overdue, long undoing, long failing) {}
