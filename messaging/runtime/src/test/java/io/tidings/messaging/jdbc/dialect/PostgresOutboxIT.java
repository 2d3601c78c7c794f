package io.tidings.messaging.jdbc.dialect;

import io.tidings.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** PostgreSQL, for comparison: the contract is no weaker than what stands on it. */
class PostgresOutboxIT extends OutboxDialectContract {
    private static final Set<String> MADE = new HashSet<>();

    @Override
    Connection connect(String database) throws SQLException {
        synchronized (MADE) {
            if (MADE.add(database)) {
                PostgresServer.shared().createDatabase(database);
            }
        }
        return PostgresServer.shared().dataSource(database).getConnection();
    }
}
