package io.tidings.messaging.jdbc;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** As {@link Transaction#refuseHiddenFailure}, of a handler: its message would count as done, without its effect. */
    public static void refuseHiddenFailure(Connection transaction, String what) throws SQLException {
        Transaction.refuseHiddenFailure(transaction, "The handler of " + what);
    }
}
