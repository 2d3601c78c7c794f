package io.tidings.messaging.jdbc.relay;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may relay a shard: a row with an owner, a time by the database's clock, and an epoch that grows with each change of
 * hands. An advisory lock would not do: a process that is paused keeps its session, and with it the lock.
 */
record RelayLease(String name, int shard, String owner, Duration duration) {
    /**
     * Held at this moment; the parameter is {@link #beyond}. What ends later than leases last was written when the database's
     * clock said another time, as before it was set back or a standby was promoted: nobody would lead until then. Whoever wrote
     * it is shut out by the epoch, as always.
     */
    static final String HELD =
            "expires_at BETWEEN clock_timestamp() AND clock_timestamp() + ? * interval '1 millisecond'";

    /** So many durations; those of two relays may differ. */
    private static final int MANY = 3;

    /** One's own lease may be taken anew: the new epoch shuts out what is left of one's former self. */
    private static final String ACQUIRE = """
            INSERT INTO tidings_relay_lease AS held (name, shard, owner, epoch, expires_at)
            VALUES (?, ?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (name, shard) DO UPDATE
            SET owner = excluded.owner, epoch = held.epoch + 1, expires_at = excluded.expires_at
            WHERE NOT (held.%s) OR held.owner = excluded.owner
            RETURNING epoch
            """.formatted(HELD);

    private static final String LONG_HELD = """
            SELECT expires_at FROM tidings_relay_lease
            WHERE name = ? AND shard = ? AND owner <> ? AND expires_at > clock_timestamp() + ? * interval '1 millisecond'
            """;

    /** Whoever has lost it finds another epoch; one that expired without a taker is still ours. */
    private static final String RENEW = """
            UPDATE tidings_relay_lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE name = ? AND shard = ? AND owner = ? AND epoch = ?
            """;

    /** In one round trip: without the lease nothing is touched. The lease is locked before, and until the end. */
    private static final String RENEW_AND = """
            WITH held AS (
                UPDATE tidings_relay_lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE name = ? AND shard = ? AND owner = ? AND epoch = ? RETURNING 1),
            settled AS (
                %s AND EXISTS (SELECT FROM held) RETURNING id)
            SELECT (SELECT count(*) FROM held), array_agg(id) FROM settled
            """;

    private static final String RENEW_AND_DELETE = RENEW_AND.formatted("DELETE FROM tidings_outbox WHERE id = ANY (?)");

    private static final String RENEW_AND_MARK =
            RENEW_AND.formatted("UPDATE tidings_outbox SET sent_at = clock_timestamp() WHERE id = ANY (?)");

    /** Takes it, with a new epoch; empty if another holds it. */
    OptionalLong acquire(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
            statement.setString(1, name);
            statement.setInt(2, shard);
            statement.setString(3, owner);
            statement.setLong(4, duration.toMillis());
            statement.setLong(5, beyond(duration));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** In milliseconds: whatever lasts longer is no lease of such a duration. */
    static long beyond(Duration duration) {
        return MANY * duration.toMillis();
    }

    /** Until when another holds it, if that is clearly longer than this one's duration. */
    Optional<Instant> longHeld(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LONG_HELD)) {
            statement.setString(1, name);
            statement.setInt(2, shard);
            statement.setString(3, owner);
            statement.setLong(4, beyond(duration) / 2);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getTimestamp(1).toInstant()) : Optional.empty();
            }
        }
    }

    static String awaited(Instant until) {
        return "It waits for a lease until " + until
                + ", which is longer than its own would last: either relays of this"
                + " name have leases of different lengths, or the database's clock was set back";
    }

    /**
     * Prolongs it, and keeps others from taking it until the transaction ends.
     *
     * @return false if another has taken it
     */
    boolean renew(Connection connection, long epoch) throws SQLException {
        return extend(connection, epoch, duration);
    }

    /** Lets the next one take it at once; nothing happens if it is lost already. */
    boolean release(Connection connection, long epoch) throws SQLException {
        return extend(connection, epoch, Duration.ofMillis(-1));
    }

    private boolean extend(Connection connection, long epoch, Duration by) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            fill(statement, epoch, by);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Prolongs it, and deletes or marks what was sent.
     *
     * @param keep whether rows are marked
     * @return the ids of those rows that were there; empty if another has taken the lease, and nothing was done
     */
    Optional<Set<Long>> settle(Connection connection, long epoch, Collection<Long> sent, boolean keep)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(keep ? RENEW_AND_MARK : RENEW_AND_DELETE)) {
            fill(statement, epoch, duration);
            statement.setArray(6, connection.createArrayOf("bigint", sent.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1) == 0 ? Optional.empty() : Optional.of(ids(result.getArray(2)));
            }
        }
    }

    private static Set<Long> ids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : new HashSet<>(Arrays.asList((Long[]) array.getArray()));
    }

    private void fill(PreparedStatement statement, long epoch, Duration by) throws SQLException {
        statement.setLong(1, by.toMillis());
        statement.setString(2, name);
        statement.setInt(3, shard);
        statement.setString(4, owner);
        statement.setLong(5, epoch);
    }
}
