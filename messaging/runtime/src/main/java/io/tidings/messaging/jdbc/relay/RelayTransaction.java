package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A transaction of a relay that locks rows. Whoever stands still in the midst of one, as under SIGSTOP or when its machine is
 * gone, keeps its locks for as long as its session lives, and others would wait for them however long its lease has been over.
 * So the server ends a session whose transaction hears nothing for as long as a lease lasts. Stateless.
 */
final class RelayTransaction {
    /** For this transaction only: the connection may belong to a pool, and its session to a pooler's other clients. */
    private static final String BOUND = "SELECT set_config('idle_in_transaction_session_timeout', ?, true)";

    private RelayTransaction() {}

    /** As {@link Transaction#run(Connection, Transaction.Work)}. */
    static <T> T run(Connection connection, Duration lease, Transaction.Work<T, SQLException> work)
            throws SQLException {
        return Transaction.<T, SQLException>run(connection, bounded(lease, work));
    }

    /** As {@link Transaction#readCommitted}. */
    static <T> T readCommitted(DataSource database, Duration lease, Transaction.Work<T, SQLException> work)
            throws SQLException {
        return Transaction.<T, SQLException>readCommitted(database, bounded(lease, work));
    }

    private static <T> Transaction.Work<T, SQLException> bounded(
            Duration lease, Transaction.Work<T, SQLException> work) {
        return connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BOUND)) {
                // An int of milliseconds; zero would be no bound at all.
                long millis = Math.min(Math.max(1, lease.toMillis()), Integer.MAX_VALUE);
                statement.setString(1, Long.toString(millis));
                statement.execute();
            }
            return work.in(connection);
        };
    }
}
