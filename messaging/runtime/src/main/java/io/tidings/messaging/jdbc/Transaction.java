package io.tidings.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work on a connection of its own. For the rooms of this package. Stateless. */
public final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /** What to do; it neither commits nor rolls back. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T in(Connection connection) throws SQLException, X;
    }

    private Transaction() {}

    /** Commits what the work did, or rolls back and throws on what it threw. */
    public static <T, X extends Exception> T run(DataSource database, Work<T, X> work) throws SQLException, X {
        Connection connection = database.getConnection();
        try {
            return run(connection, work);
        } finally {
            close(connection);
        }
    }

    /**
     * The same at {@code READ COMMITTED}, whatever pool or database have set: each statement sees what is committed when it
     * begins, no statement fails since others wrote, and no writer fails since this read.
     */
    public static <T, X extends Exception> T readCommitted(DataSource database, Work<T, X> work)
            throws SQLException, X {
        Connection connection = database.getConnection();
        try {
            int isolation = connection.getTransactionIsolation();
            if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
                return run(connection, work);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                return run(connection, work);
            } finally {
                restoreIsolation(connection, isolation);
            }
        } finally {
            close(connection);
        }
    }

    private static void restoreIsolation(Connection connection, int isolation) {
        try {
            connection.setTransactionIsolation(isolation);
        } catch (SQLException broken) {
            LOG.debug("A connection could not be given back as it came", broken);
        }
    }

    /** What was committed is committed: that its connection cannot be closed is no failure of the work. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("A connection could not be closed", broken);
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

    /**
     * To be asked before a commit: whoever caught the failure of a statement and went on left a transaction that PostgreSQL's
     * COMMIT silently rolls back (pgjdbc tells only where {@code raiseExceptionOnSilentRollback} is set). Any statement tells.
     *
     * @param who did that, as the subject of a sentence
     * @throws IllegalStateException if a statement failed and nobody threw that on
     */
    public static void refuseHiddenFailure(Connection transaction, String who) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            if (SqlFailures.isTransient(e)) {
                throw e;
            }
            throw new IllegalStateException(who + " went on after a failed statement: nothing can be committed", e);
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
            LOG.debug("A connection could not be given back as it came", broken);
        }
    }
}
