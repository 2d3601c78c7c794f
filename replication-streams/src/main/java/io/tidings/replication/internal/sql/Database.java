package io.tidings.replication.internal.sql;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The caller's database, whatever its pool has set: connections that commit by themselves and those that do not, any default
 * isolation. Nothing outlives a transaction, so that a pooler between may hand each of them to another session. Safe for use by
 * several threads.
 */
final class Database {

    /**
     * {@code READ COMMITTED}: each statement sees what is committed when it begins, which is what waiting for a lock is for. Whoever
     * holds a lock and then stands still (a stopped process keeps its session) is ended by the server, so that others go on.
     */
    private static final String SETTINGS = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
            + " SET LOCAL idle_in_transaction_session_timeout = '30s'; SET LOCAL lock_timeout = '60s'";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** A transaction that writes. */
    <T> T write(Transaction.Work<T, SQLException> work) throws SQLException {
        return Transaction.<T, SQLException>run(source, connection -> {
            try (Statement settings = connection.createStatement()) {
                settings.execute(SETTINGS);
            }
            return work.in(connection);
        });
    }

    /**
     * One statement that reads.
     *
     * @throws TransientMessagingException if the database does not answer now
     */
    <T> T read(String doing, Transaction.Work<T, SQLException> work) {
        try (Connection connection = source.getConnection()) {
            boolean begins = !connection.getAutoCommit();
            try {
                return work.in(connection);
            } finally {
                if (begins) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw translated(doing, e);
        }
    }

    static RuntimeException translated(String doing, SQLException failure) {
        String message = doing + " failed: " + failure.getMessage();
        return SqlFailures.isTransient(failure)
                ? new TransientMessagingException(message, failure)
                : new IllegalStateException(message, failure);
    }
}
