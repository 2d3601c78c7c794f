package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Names of relays that lead on one outbox beside a name: leases are by name, and keep only those of one name apart. Stateless. */
final class OtherNames {
    private OtherNames() {}

    static Set<String> beside(String name, Dialect dialect, Connection connection) throws SQLException {
        String now = dialect == Dialect.POSTGRESQL ? "clock_timestamp()" : dialect.now();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name FROM tidings_relay_lease WHERE name <> ? AND expires_at >= " + now)) {
            statement.setString(1, name);
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
