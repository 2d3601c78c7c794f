package io.tidings.messaging.jdbc;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The transaction that a handler works in: what of its failures passes by itself is said so. Stateless. */
public final class HandlerTransaction {

    private HandlerTransaction() {}

    /** Commits what the work did, or rolls back and throws on what it threw, as transient where the database is the reason. */
    public static <T> T run(DataSource database, String what, Transaction.Work<T, Exception> work) throws Exception {
        try (Connection connection = open(database)) {
            return Transaction.run(connection, work);
        } catch (MessagingException alreadySaysWhetherToRetry) {
            throw alreadySaysWhetherToRetry;
        } catch (Exception e) {
            Optional<SQLException> passing = SqlFailures.transientCause(e);
            if (passing.isPresent()) {
                throw new TransientMessagingException(SqlFailures.describe(what, passing.get()), e);
            }
            throw e;
        }
    }

    private static Connection open(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new TransientMessagingException("The database gave no connection: " + e.getMessage(), e);
        }
    }

    /**
     * A handler that catches the failure of its own statement leaves a transaction that PostgreSQL's COMMIT silently rolls
     * back: the message would count as done, without its effect. Any statement tells.
     */
    public static void refuseHiddenFailure(Connection transaction, String what) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            if (SqlFailures.isTransient(e)) {
                throw e;
            }
            throw new IllegalStateException(
                    "The handler of " + what + " went on after a failed statement: nothing can be committed", e);
        }
    }
}
