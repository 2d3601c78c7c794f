package io.tidings.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A unit of work on a connection of its own. For the rooms of this package. Stateless. */
public final class Transaction {

    /** What to do; it neither commits nor rolls back. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T in(Connection connection) throws SQLException, X;
    }

    private Transaction() {}

    /** Commits what the work did, or rolls back and throws on what it threw. */
    public static <T, X extends Exception> T run(DataSource database, Work<T, X> work) throws SQLException, X {
        try (Connection connection = database.getConnection()) {
            return run(connection, work);
        }
    }

    /** The same on a connection that stays open. */
    public static <T, X extends Exception> T run(Connection connection, Work<T, X> work) throws SQLException, X {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            restore(connection, autoCommit);
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException broken) {
            // The work is committed or rolled back: what is left of the connection is closed, and a pool finds out by
            // itself.
            return;
        }
    }
}
