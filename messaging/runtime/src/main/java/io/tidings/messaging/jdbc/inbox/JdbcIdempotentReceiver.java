package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Applies each message once, however often it is delivered: that it was received is written in the transaction of its effect.
 * Safe for use by several threads.
 *
 * <p>A message is known by its source and id; what has arrived is remembered until {@link #purge}. Purge nothing that may
 * still be delivered again: keep it at least as long as the topic and its dead letters keep their records.
 */
public final class JdbcIdempotentReceiver {
    private final DataSource database;
    private final String consumer;

    /**
     * A receiver that keeps its memory in this database.
     *
     * @param consumer who receives: each consumer applies a message once. Commonly the consumer group
     */
    public JdbcIdempotentReceiver(DataSource database, String consumer) {
        this.database = database;
        this.consumer = consumer;
    }

    /**
     * A handler that opens a transaction for each message, remembers the message, lets the given handler do its work on the
     * same connection, and commits. A message that was received before is done without it. Whatever the handler throws rolls
     * everything back and is thrown on; if the reason is that the database is away, or asks to repeat the transaction, it is
     * thrown on inside a {@link TransientMessagingException}.
     *
     * <p>Two deliveries at once: the second waits for the end of the first.
     *
     * @param handlerIn makes the handler for a connection, which it must neither commit, roll back nor close
     */
    public <K> MessageHandler<K> inTransaction(Function<Connection, MessageHandler<K>> handlerIn) {
        return new MessageHandler<>() {
            @Override
            public void handle(Received<K, ?> message) throws Exception {
                String what = "message " + message.metadata().id();
                boolean unused = HandlerTransaction.run(database, "Handling " + what, transaction -> {
                    boolean first = remember(transaction, message.metadata());
                    if (first) {
                        handlerIn.apply(transaction).handle(message);
                        HandlerTransaction.refuseHiddenFailure(transaction, what);
                    }
                    return first;
                });
            }

            /** Not remembered: it is still to be handled, when somebody replays it. */
            @Override
            public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
                String what = "message " + message.metadata().id();
                boolean unused = HandlerTransaction.run(database, "Giving up " + what, transaction -> {
                    handlerIn.apply(transaction).givenUp(message, failure);
                    return true;
                });
            }
        };
    }

    private boolean remember(Connection transaction, Metadata message) {
        try {
            return InboxTable.insert(transaction, consumer, message.source(), message.id());
        } catch (SQLException e) {
            throw SqlFailures.translate("Remembering message " + message.id(), e);
        }
    }

    /**
     * Forgets what this consumer received longer ago than that, by the database's clock.
     *
     * @return how many messages
     * @throws TransientMessagingException if the database is away; what was forgotten before stays so
     */
    public long purge(Duration retention) {
        long purged = 0;
        try {
            int last;
            do {
                last = Transaction.<Integer, SQLException>run(
                        database, connection -> InboxTable.purge(connection, consumer, retention));
                purged += last;
            } while (last == InboxTable.PURGE_BATCH);
            return purged;
        } catch (SQLException e) {
            throw SqlFailures.translate("Purging the inbox of " + consumer, e);
        }
    }

    /**
     * Creates the receiver's table where it is missing; harmless when several instances do it at once. On a connection that
     * commits by itself this is a transaction of its own, else it is part of the caller's.
     */
    public static void createTables(Connection connection) {
        Tables.create(connection, InboxTable.DDL);
    }

    /**
     * Compares the tables with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, InboxTable.DDL);
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return InboxTable.DDL;
    }
}
