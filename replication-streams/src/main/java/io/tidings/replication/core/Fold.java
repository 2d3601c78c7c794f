package io.tidings.replication.core;

import io.tidings.replication.core.Event.Change;
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
            return guarded(row, upsert, upsert.version(), now, before -> upsert.value());
        }
        if (event instanceof Change change) {
            return change(row, change, now);
        }
        if (event instanceof Delete delete) {
            return guarded(row, delete, delete.version(), now, before -> null);
        }
        return park(row, (Poison) event, now);
    }

    /** Whether a row is a grave that was kept for long enough, and holds nothing else. */
    public static boolean expired(Row row, long now, long retentionMillis) {
        return row.grave() && row.parked() == null && !Burial.isForGood(row) && now - row.since() >= retentionMillis;
    }

    /** A step is the user's code: what it throws makes its event poison, so that the others flow. */
    private static Decision change(@Nullable Row row, Change event, long now) {
        try {
            return guarded(row, event, event.version(), now, event.step());
        } catch (RuntimeException e) {
            String reason = "the fold failed: " + e;
            return park(row, new Poison(event.log(), event.offset(), event.version(), reason), now);
        }
    }

    private static Decision guarded(@Nullable Row row, Event event, long version, long now, Step step) {
        if (row != null && !row.olderThan(version)) {
            return Decision.Stale.INSTANCE;
        }
        RowValue value = step.after(row != null && row.live() ? row.value() : null);
        Seen seen = (row == null ? Seen.NOTHING : row.seen()).and(event.log(), event.offset());
        Parked still = stillParked(row, version);
        return value == null
                ? new Decision.Grave(new Row(State.GRAVE, version, seen, now, RowValue.NONE, still))
                : new Decision.Applied(new Row(State.LIVE, version, seen, now, value, still));
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
        Parked parked = new Parked(event.version(), event.log(), event.offset(), now, event.reason());
        return new Decision.Parked(row == null ? Row.parkedOnly(parked) : row.with(parked), event.reason());
    }

    private static boolean known(Row row, Poison event) {
        Parked parked = row.parked();
        if (event.version() != null) {
            return !row.olderThan(event.version())
                    || (parked != null && parked.version() != null && parked.version() >= event.version());
        }
        // Without a version only the log's own order is left: what was applied or parked from a later place of it, or
        // this
        // one, has seen this event before. A parked version is the stricter mark, since it says what heals it: it
        // stays.
        return row.seen().includes(event.log(), event.offset()) || (parked != null && parked.version() != null);
    }
}
