package io.tidings.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fresh the answers of a view are.
 *
 * @param positions how far this instance has come, a position for each channel that feeds the view
 * @param newest the timestamp of the newest record that was taken into account since the start; empty if there was none
 * @param caughtUpAt when this instance was last seen at the end of all its partitions: it knows all that was published until
 *     then. Empty if it never was. It is looked at about once a second
 */
public record Freshness(List<Position> positions, Optional<Instant> newest, Optional<Instant> caughtUpAt) {

    public Freshness {
        positions = List.copyOf(positions);
    }

    /** How old an answer may be at most: what happened within that time may be missing. Empty if nothing can be promised. */
    public Optional<Duration> age(Instant now) {
        return caughtUpAt.map(at -> notNegative(Duration.between(at, now)));
    }

    /** How long ago the newest record was published; grows while nobody publishes. */
    public Optional<Duration> newestAge(Instant now) {
        return newest.map(at -> notNegative(Duration.between(at, now)));
    }

    /** Clocks of several machines differ. */
    private static Duration notNegative(Duration age) {
        return age.isNegative() ? Duration.ZERO : age;
    }
}
