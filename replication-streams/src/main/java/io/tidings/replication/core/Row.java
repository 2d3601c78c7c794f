package io.tidings.replication.core;

import org.jspecify.annotations.Nullable;

/**
 * What a replica knows about one key.
 *
 * @param state whether the entity lives, is gone, or was never understood
 * @param version the owner's version that made it so; 0 when {@link State#UNKNOWN}
 * @param seen how far the row has followed the logs, parked events included
 * @param since when that event was applied, in milliseconds since 1970
 * @param value what the view keeps of the entity; none unless {@link State#LIVE}
 * @param parked an event that could not be understood and that nothing newer has replaced; the value beside it is the last
 *     good one
 */
public record Row(
        State state,
        long version,
        Seen seen,
        long since,
        RowValue value,
        @Nullable Parked parked) {

    /** Nothing but a parked event is known. */
    private static final Row UNKNOWN = new Row(State.UNKNOWN, 0, Seen.NOTHING, 0, RowValue.NONE, null);

    /** Whether the entity lives. */
    public enum State {
        /** It lives, and its value is known. */
        LIVE,
        /** It is gone; the version stays so that nothing older brings it back. */
        GRAVE,
        /** No event about it was ever understood. */
        UNKNOWN
    }

    /**
     * An event that could not be understood.
     *
     * @param version the owner's version, if it could be read
     * @param log which of the view's logs brought it
     * @param offset where it stood in that log
     * @param at when it was parked, in milliseconds since 1970
     * @param reason for people
     */
    public record Parked(@Nullable Long version, int log, long offset, long at, String reason) {}

    public boolean live() {
        return state == State.LIVE;
    }

    public boolean grave() {
        return state == State.GRAVE;
    }

    /** Whether the guard lets this version pass. */
    boolean olderThan(long newVersion) {
        return state == State.UNKNOWN || version < newVersion;
    }

    static Row parkedOnly(Parked parked) {
        return UNKNOWN.with(parked);
    }

    Row with(Parked now) {
        return new Row(state, version, seen.and(now.log(), now.offset()), since, value, now);
    }
}
