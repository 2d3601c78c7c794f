package io.tidings.messaging.jdbc.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Who may relay: a row with an owner, a time by the database's clock, and an epoch that grows with each change of hands. An
 * advisory lock would not do: a process that is paused keeps its session, and with it the lock.
 */
record RelayLease(String name, String owner, Duration duration) {
    /** One's own lease may be taken anew: the new epoch shuts out what is left of one's former self. */
    private static final String ACQUIRE = """
            INSERT INTO tidings_relay_lease AS held (name, shard, owner, epoch, expires_at)
            VALUES (?, 0, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (name, shard) DO UPDATE
            SET owner = excluded.owner, epoch = held.epoch + 1, expires_at = excluded.expires_at
            WHERE held.expires_at < clock_timestamp() OR held.owner = excluded.owner
            RETURNING epoch
            """;

    /** Whoever has lost it finds another epoch; one that expired without a taker is still ours. */
    private static final String RENEW = """
            UPDATE tidings_relay_lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE name = ? AND shard = 0 AND owner = ? AND epoch = ?
            """;

    /** Takes it, with a new epoch; empty if another holds it. */
    OptionalLong acquire(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
            statement.setString(1, name);
            statement.setString(2, owner);
            statement.setLong(3, duration.toMillis());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
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
            statement.setLong(1, by.toMillis());
            statement.setString(2, name);
            statement.setString(3, owner);
            statement.setLong(4, epoch);
            return statement.executeUpdate() == 1;
        }
    }
}
