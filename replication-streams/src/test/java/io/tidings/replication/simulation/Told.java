package io.tidings.replication.simulation;

import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of a key.
 *
 * @param city what the entity is found by; null if it is gone, or if nobody can read it
 */
record Told(String key, long version, Kind kind, @Nullable String city) {

    enum Kind {
        UPSERT,
        STEP,
        DELETE,
        POISON
    }

    Event at(int log, long offset) {
        return switch (kind) {
            case UPSERT -> new Event.Upsert(log, offset, version, value());
            case STEP -> new Event.Change(log, offset, version, before -> value());
            case DELETE -> new Event.Delete(log, offset, version);
            case POISON -> new Event.Poison(log, offset, version, "poison " + version);
        };
    }

    /** The row: its version and its city, so that a mixture of two would be seen. */
    private RowValue value() {
        return RowValue.of((version + "@" + city).getBytes(StandardCharsets.UTF_8));
    }

    static String cityOf(RowValue value) {
        String text = new String(value.bytes(), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return key + "=" + version + (kind == Kind.UPSERT ? "" : " " + kind) + (city == null ? "" : "@" + city);
    }
}
