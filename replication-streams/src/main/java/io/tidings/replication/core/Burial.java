package io.tidings.replication.core;

import io.tidings.replication.core.Row.State;

/** Graves that no event has dug, without anything of what was there: no value, no parked event, no offsets. */
public final class Burial {

    /** No event has such a version, so none passes the guard. */
    private static final long LAST_VERSION = Long.MAX_VALUE;

    private Burial() {}

    /**
     * The entity is no longer in the owner's log, so it is gone, and the news of that was missed. Who says that it lives, in the
     * version known here or a newer one, is believed: the owner may have published it again.
     */
    public static Row swept(Row row, long now) {
        long before = row.version() == Long.MIN_VALUE ? row.version() : row.version() - 1;
        return grave(before, now);
    }

    /** It is erased, and comes back only in a newer version. */
    public static Row untilNewer(Row row, long now) {
        return grave(row.version(), now);
    }

    /** It is erased, and nothing brings it back. Such a grave is kept for ever. */
    public static Row forGood(long now) {
        return grave(LAST_VERSION, now);
    }

    /** Whether nothing brings it back. */
    public static boolean isForGood(Row row) {
        return row.grave() && row.version() == LAST_VERSION;
    }

    private static Row grave(long version, long now) {
        return new Row(State.GRAVE, version, Seen.NOTHING, now, RowValue.NONE, null);
    }
}
