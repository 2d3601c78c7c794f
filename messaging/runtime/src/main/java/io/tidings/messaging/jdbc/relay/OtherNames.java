package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Names of relays that lead on one outbox beside a name: leases are by name, and keep only those of one name apart. Stateless. */
final class OtherNames {
    /** Leases of other names may last longer than this one's, but not so long: {@link RelayLease#HELD} says what that means. */
    private static final long LONGEST = Duration.ofHours(1).toMillis();

    private OtherNames() {}

    /** Those that hold a lease at this moment. */
    static Set<String> beside(String name, Duration lease, Dialect dialect, Connection connection) throws SQLException {
        String sql = "SELECT name FROM tidings_relay_lease WHERE name <> ? AND expires_at BETWEEN " + dialect.now()
                + " AND " + dialect.later();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setLong(2, Math.max(RelayLease.beyond(lease), LONGEST));
            try (ResultSet result = statement.executeQuery()) {
                Set<String> names = new TreeSet<>();
                while (result.next()) {
                    names.add(result.getString(1));
                }
                return names;
            }
        }
    }
}
