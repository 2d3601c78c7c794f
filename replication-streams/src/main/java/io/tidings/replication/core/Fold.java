package io.tidings.replication.core;

import io.tidings.replication.core.Event.Delete;
import io.tidings.replication.core.Event.Poison;
import io.tidings.replication.core.Event.Upsert;
import io.tidings.replication.core.Row.Parked;
import io.tidings.replication.core.Row.State;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into rows, guarded by the owner's version of each key.
 *
 * <p>An upsert or delete with an older or equal version changes nothing; therefore any order and any number of copies of a
 * key's events leave the same row. A delete leaves a grave with its version, so that an older upsert that comes late does
 * not bring the entity back. An event that cannot be understood parks its key: the last good value stays, and the key
 * counts as parked until an event heals it, which is one of at least the parked version, or, where that version could not be
 * read, the next newer one.
 */
public final class Fold {

    private Fold() {}

    /**
     * Decides.
     *
     * @param row what is stored under the event's key, if anything
     * @param now milliseconds since 1970, kept in graves and parked events
     */
    public static Decision fold(@Nullable Row row, Event event, long now) {
        if (event instanceof Upsert upsert) {
            return upsert(row, upsert, now);
        }
        if (event instanceof Delete delete) {
            return delete(row, delete, now);
        }
        return park(row, (Poison) event, now);
    }

    /** Whether a row is a grave that was kept for long enough, and holds nothing else. */
    public static boolean expired(Row row, long now, long retentionMillis) {
        return row.grave() && row.parked() == null && now - row.since() >= retentionMillis;
    }

    private static Decision upsert(@Nullable Row row, Upsert event, long now) {
        if (row != null && !row.olderThan(event.version())) {
            return Decision.Stale.INSTANCE;
        }
        Parked still = stillParked(row, event.version());
        return new Decision.Applied(new Row(State.LIVE, event.version(), event.offset(), now, event.value(), still));
    }

    private static Decision delete(@Nullable Row row, Delete event, long now) {
        if (row != null && !row.olderThan(event.version())) {
            return Decision.Stale.INSTANCE;
        }
        Parked still = stillParked(row, event.version());
        return new Decision.Grave(new Row(State.GRAVE, event.version(), event.offset(), now, RowValue.NONE, still));
    }

    /** What stays parked after a good event of this version. */
    private static @Nullable Parked stillParked(@Nullable Row row, long version) {
        Parked parked = row == null ? null : row.parked();
        if (parked == null || parked.version() == null) {
            return null;
        }
        return parked.version() > version ? parked : null;
    }

    private static Decision park(@Nullable Row row, Poison event, long now) {
        if (row != null && known(row, event)) {
            return Decision.Stale.INSTANCE;
        }
        Parked parked = new Parked(event.version(), event.offset(), now, event.reason());
        return new Decision.Parked(row == null ? Row.parkedOnly(parked) : row.with(parked), event.reason());
    }

    private static boolean known(Row row, Poison event) {
        Parked parked = row.parked();
        if (event.version() != null) {
            return !row.olderThan(event.version())
                    || (parked != null && parked.version() != null && parked.version() >= event.version());
        }
        // Without a version only the log's own order is left: what was applied or parked from a later place, or this
        // one, has
        // seen this event before. A parked version is the stricter mark, since it says what heals it: it stays.
        return event.offset() <= row.offset()
                || (parked != null && (parked.version() != null || parked.offset() >= event.offset()));
    }
}
