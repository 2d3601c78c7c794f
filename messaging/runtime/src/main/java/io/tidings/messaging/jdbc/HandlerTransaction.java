package io.tidings.messaging.jdbc;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The transaction that a handler works in: it cannot end it, and what of its failures passes by itself is said so. Stateless.
 */
public final class HandlerTransaction {

    private HandlerTransaction() {}

    /** Commits what the work did, or rolls back and throws on what it threw, as transient where the database is the reason. */
    public static <T> T run(DataSource database, String what, Transaction.Work<T, Exception> work) throws Exception {
        try (Connection connection = open(database)) {
            return Transaction.run(connection, own -> work.in(LentConnection.of(own)));
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

    /** As {@link Transaction#refuseHiddenFailure}, of a handler: its message would count as done, without its effect. */
    public static void refuseHiddenFailure(Connection transaction, String what) throws SQLException {
        Transaction.refuseHiddenFailure(transaction, "The handler of " + what);
    }

    /**
     * The same, and that the transaction is still the one that it was: a handler can end it by a statement, too.
     *
     * @param id the transaction's, as PostgreSQL's {@code pg_current_xact_id()} says it
     * @throws PoisonMessageException if it is another: what was done in the first one stays, if it was committed
     */
    public static void refuseAnotherTransaction(Connection transaction, String what, String id) throws SQLException {
        @Nullable String now;
        try (Statement statement = transaction.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_current_xact_id_if_assigned()::text")) {
            now = result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            if (SqlFailures.isTransient(e)) {
                throw e;
            }
            throw new IllegalStateException(
                    "The handler of " + what + " went on after a failed statement: nothing can be committed", e);
        }
        if (!id.equals(now)) {
            throw new PoisonMessageException(
                    "The handler of " + what
                            + " has ended its transaction by a statement of its own. If that was a COMMIT,"
                            + " what it did before stays, and the message counts as received; what it did since is undone."
                            + " Let it execute neither COMMIT nor ROLLBACK",
                    null);
        }
    }
}
