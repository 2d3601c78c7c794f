package io.tidings.messaging.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates tables that are not there, also when several instances of a service start at once. For the rooms of this package. */
public final class Tables {
    /** Two sessions that run CREATE … IF NOT EXISTS at once can both miss it, and one fails: they queue up behind this. */
    private static final long LOCK = 0x7469_6469_6e67_7301L;

    private Tables() {}

    /** In a transaction of its own if the connection commits by itself, else as part of the caller's. */
    public static void create(Connection connection, String ddl) {
        try {
            if (connection.getAutoCommit()) {
                Transaction.<Boolean, SQLException>run(connection, own -> apply(own, ddl));
            } else {
                apply(connection, ddl);
            }
        } catch (SQLException e) {
            throw SqlFailures.translate("Creating the tables of Tidings", e);
        }
    }

    private static boolean apply(Connection connection, String ddl) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        try (Statement statement = connection.createStatement()) {
            return statement.execute(ddl);
        }
    }
}
