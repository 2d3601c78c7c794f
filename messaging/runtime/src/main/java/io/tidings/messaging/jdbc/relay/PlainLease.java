package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** {@link RelayLease} of the one shard, in SQL that MariaDB and H2 share. Each call needs a transaction. */
record PlainLease(Dialect dialect, String name, String owner, Duration duration) {
    private static final String MINE = " WHERE name = ? AND shard = 0 AND owner = ? AND epoch = ?";

    /** Takes it, with a new epoch; empty if another holds it. */
    OptionalLong acquire(Connection connection) throws SQLException {
        String take = "UPDATE tidings_relay_lease SET owner = ?, epoch = epoch + 1, expires_at = " + dialect.later()
                + " WHERE name = ? AND shard = 0 AND (expires_at < " + dialect.now() + " OR expires_at > "
                + dialect.later()
                + " OR owner = ?)";
        try (PreparedStatement statement = connection.prepareStatement(take)) {
            statement.setString(1, owner);
            statement.setLong(2, duration.toMillis());
            statement.setString(3, name);
            statement.setLong(4, RelayLease.beyond(duration));
            statement.setString(5, owner);
            boolean taken = statement.executeUpdate() == 1;
            OptionalLong epoch = epoch(connection);
            if (taken) {
                return epoch;
            }
            return epoch.isEmpty() ? create(connection) : OptionalLong.empty();
        }
    }

    private OptionalLong epoch(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT epoch FROM tidings_relay_lease WHERE name = ? AND shard = 0")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** The first of a name. Of two at once, one finds that it is not. */
    private OptionalLong create(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO tidings_relay_lease (name, shard, owner, epoch, expires_at)"
                        + " VALUES (?, 0, ?, 1, " + dialect.later() + ")")) {
            statement.setString(1, name);
            statement.setString(2, owner);
            statement.setLong(3, duration.toMillis());
            statement.executeUpdate();
            return OptionalLong.of(1);
        } catch (SQLException e) {
            if (dialect.isDuplicateKey(e)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** Prolongs it, and keeps others from taking it until the transaction ends; false if another has taken it. */
    boolean renew(Connection connection, long epoch) throws SQLException {
        return extend(connection, epoch, duration);
    }

    /** Lets the next one take it at once; nothing happens if it is lost already. */
    boolean release(Connection connection, long epoch) throws SQLException {
        return extend(connection, epoch, Duration.ofMillis(-1));
    }

    private boolean extend(Connection connection, long epoch, Duration by) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE tidings_relay_lease SET expires_at = " + dialect.later() + MINE)) {
            statement.setLong(1, by.toMillis());
            statement.setString(2, name);
            statement.setString(3, owner);
            statement.setLong(4, epoch);
            return statement.executeUpdate() == 1;
        }
    }
}
