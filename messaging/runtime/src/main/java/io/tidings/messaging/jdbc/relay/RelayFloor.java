package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * An id below which nothing waits, nor ever will: reading from there spares the index entries of rows that are gone, which stay
 * until they are vacuumed, and as long as any old transaction is open. It is no cursor, for it never passes a row that may still
 * come: an id is settled when every transaction is over that may have drawn it or a lower one. Who draws an id has locked the
 * table before, so those are the transactions that hold that lock when the id is known. Nobody else is waited for: neither readers
 * nor other databases.
 *
 * <p>Whoever changes rows by hand, against all rules, finds them sent within a minute: so often nothing is left out. Used by one
 * thread at a time.
 */
final class RelayFloor {
    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long READ_ALL_EVERY = Duration.ofMinutes(1).toNanos();

    /** Of a transaction that is prepared to commit in two phases, who has no number that could be followed. */
    private static final String PREPARED = "-1/";

    private final List<Short> slots;
    private final LongSupplier nanoTime;
    private long lookedAt;
    private long readAllAt;
    private long highestSeen;
    private long floor;
    /** Settled when none of these is at work any more. */
    private long candidate;

    private Set<String> writers = Set.of();

    /** @param slots empty for all */
    RelayFloor(List<Short> slots, LongSupplier nanoTime) {
        this.slots = slots;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
        this.readAllAt = lookedAt;
    }

    /** No row is looked for below it. */
    long next() {
        long now = nanoTime.getAsLong();
        if (now - readAllAt > READ_ALL_EVERY) {
            readAllAt = now;
            return 0;
        }
        return floor;
    }

    /** Somebody has drawn this id. */
    void saw(long id) {
        highestSeen = Math.max(highestSeen, id);
    }

    /** Raises it as far as it may be, from time to time. */
    void raise(Connection connection) throws SQLException {
        long now = nanoTime.getAsLong();
        if (highestSeen < floor || now - lookedAt < LOOK_EVERY) {
            return;
        }
        lookedAt = now;
        // Known before we look who is at work: whoever has drawn it, or a lower one, is among them or done.
        long known = highestSeen;
        Set<String> atWork = UnsentRows.writers(connection);
        if (over(atWork)) {
            if (candidate > 0) {
                OptionalLong lowest = UnsentRows.lowest(connection, floor, slots);
                floor = Math.max(floor, Math.min(candidate + 1, lowest.orElse(Long.MAX_VALUE)));
            }
            candidate = known;
            writers = atWork;
        }
    }

    private boolean over(Set<String> atWork) {
        return Collections.disjoint(writers, atWork) && atWork.stream().noneMatch(each -> each.startsWith(PREPARED));
    }
}
