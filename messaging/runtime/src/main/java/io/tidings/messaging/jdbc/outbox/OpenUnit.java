package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of a unit of work, from its connection to the return of that. Used by one thread. */
final class OpenUnit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenUnit.class);

    private final Connection connection;
    private final boolean autoCommit;
    private volatile boolean over;

    private OpenUnit(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
    }

    static OpenUnit begin(DataSource database) {
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException e) {
            throw new TransientMessagingException("The database gave no connection: " + e.getMessage(), e);
        }
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            return new OpenUnit(connection, autoCommit);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw SqlFailures.translate("Beginning a transaction", e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** A sink that refuses what comes when the transaction is over: a pool may have lent the connection to somebody else. */
    AtomicSink sink(JdbcOutbox outbox) {
        AtomicSink sink = outbox.in(connection);
        return new AtomicSink() {
            @Override
            public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
                refuseWhenOver();
                return sink.send(message);
            }

            @Override
            public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
                refuseWhenOver();
                return sink.sendTogether(messages);
            }
        };
    }

    private void refuseWhenOver() {
        if (over) {
            throw new IllegalStateException("The unit of work of this sink is over: what it sends belongs to no"
                    + " transaction. Send before the work returns, and on its thread");
        }
    }

    /** Tells a refusal, after which nothing is committed, from an answer that never came. */
    void commit() {
        over = true;
        refuseHiddenFailure();
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            if (SqlFailures.isRefusal(e)) {
                throw SqlFailures.translate("Committing", e);
            }
            throw new CommitInDoubtException(e);
        }
    }

    private void refuseHiddenFailure() {
        try {
            Transaction.refuseHiddenFailure(connection, "The unit of work");
        } catch (SQLException e) {
            rollBack(e);
            throw SqlFailures.translate("Committing", e);
        } catch (IllegalStateException e) {
            rollBack(e);
            throw e;
        }
    }

    void rollBack(Throwable failure) {
        over = true;
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Gives the connection back as it came. What fails here changes nothing of what was committed. */
    @Override
    public void close() {
        try {
            if (autoCommit && !connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            LOG.debug("A connection could not be given back as it came", broken);
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection could not be closed", e);
        }
    }
}
