package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.jdbc.Dialect;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/**
 * Publishes as part of a database transaction: the message is a row that commits with the change it tells of, or rolls back
 * with it. A relay ({@link io.tidings.messaging.jdbc.relay.PollingRelay}) sends the rows afterwards. Safe for use by several threads; each sink that it gives
 * out belongs to its connection.
 *
 * <p><b>Order.</b> Messages of one key are sent in the order of their ids, so a message must draw its id, which {@code send}
 * does, while its transaction holds the lock on what the key stands for: first change (or {@code SELECT … FOR UPDATE}) the
 * order's row, then publish. Then a second transaction on the same order cannot draw an id before the first has committed. A
 * transaction that publishes first and locks later may draw a lower id, commit after the other, and be sent too late.
 *
 * <p>Ids of different keys may commit in any order: a relay looks at the rows that are there, not past a last id.
 */
public final class JdbcOutbox {
    private static final String DDL = OutboxUpgrade.SQL + OutboxTable.DDL + OutboxTable.LEASE;

    private final MessageCodec codec;

    public JdbcOutbox(MessageCodec codec) {
        this.codec = codec;
    }

    /**
     * A sink for messages that belong to the transaction this connection is in. It neither commits nor closes the connection.
     * Its {@code send} encodes and inserts before it returns, with a receipt that has no position. It throws, so that the
     * transaction fails where it must:
     *
     * <ul>
     *   <li>{@link io.tidings.messaging.PoisonMessageException} if the message cannot be encoded or stored,
     *   <li>{@link io.tidings.messaging.TransientMessagingException} if registry or database are away, or the database asks to
     *       repeat the transaction,
     *   <li>{@link IllegalStateException} if the connection is in no transaction (it commits by itself), or the table is
     *       missing.
     * </ul>
     */
    public AtomicSink in(Connection transaction) {
        return new AtomicSink() {
            @Override
            public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
                return CompletableFuture.completedFuture(store(transaction, codec.encode(message)));
            }

            @Override
            public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
                List<EncodedMessage> encoded = new ArrayList<>();
                messages.forEach(message -> encoded.add(codec.encode(message)));
                return CompletableFuture.completedFuture(storeTogether(transaction, encoded));
            }
        };
    }

    /**
     * A sink for the transaction of whichever thread sends: for those whose framework keeps it, as in {@code
     * outbox.in(new TransactionAwareDataSourceProxy(dataSource))} with Spring, or a JTA data source. Made once, it serves all
     * threads. Its {@code send} throws as that of {@link #in(Connection)}, {@link IllegalStateException} also if the sending
     * thread is in no transaction.
     *
     * @param joining gives connections of the sending thread's transaction, on which {@code close} does nothing until that
     *     ends. A plain pool does not: it is refused at the first {@code send}, since what is written on its connection would
     *     be rolled back, or committed, apart from the change
     */
    public AtomicSink in(DataSource joining) {
        return new JoiningSink(this, joining);
    }

    /** A caller who catches what is thrown and commits all the same must not commit some of them. */
    private static List<Receipt> storeTogether(Connection transaction, List<EncodedMessage> messages) {
        if (messages.size() < 2) {
            return messages.stream().map(message -> store(transaction, message)).toList();
        }
        Savepoint before = savepoint(transaction);
        try {
            List<Receipt> receipts = messages.stream()
                    .map(message -> store(transaction, message))
                    .toList();
            transaction.releaseSavepoint(before);
            return receipts;
        } catch (RuntimeException | SQLException e) {
            try {
                transaction.rollback(before);
            } catch (SQLException undoing) {
                e.addSuppressed(undoing);
            }
            throw e instanceof SQLException failure
                    ? SqlFailures.translate("Storing messages in the outbox", failure)
                    : (RuntimeException) e;
        }
    }

    private static Savepoint savepoint(Connection transaction) {
        try {
            requireTransaction(transaction);
            return transaction.setSavepoint();
        } catch (SQLException e) {
            throw SqlFailures.translate("Storing messages in the outbox", e);
        }
    }

    private static void requireTransaction(Connection transaction) throws SQLException {
        if (transaction.getAutoCommit()) {
            throw new IllegalStateException("An outbox needs a transaction, but this connection commits by itself:"
                    + " call setAutoCommit(false) before, and commit() after the change and its messages");
        }
    }

    private static Receipt store(Connection transaction, EncodedMessage message) {
        try {
            requireTransaction(transaction);
            OutboxTable.insert(transaction, message);
            return new Receipt(message.id(), message.address(), null);
        } catch (SQLException e) {
            throw SqlFailures.translate("Storing message " + message.id() + " in the outbox", e);
        }
    }

    /**
     * Creates the tables of outbox and relays where they are missing, and upgrades those of earlier versions, rows kept;
     * harmless when several instances do it at once, and while instances of the version before write. On a connection that
     * commits by itself this is a transaction of its own, else it is part of the caller's. Where all is as it should be, it only
     * looks, and needs no right to create.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException if tables of these names are there that are not ours
     */
    public static void createTables(Connection connection) {
        Tables.create(connection, DDL, "outbox.sql");
    }

    /**
     * Compares the tables with what this version needs: columns, types, keys, indexes, rights. Changes nothing. For services
     * whose tables somebody else creates, to be called when they start.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.checkAny(connection, DDL);
    }

    /** What {@link #createTables} executes in a database of this kind. */
    public static String ddl(Dialect dialect) {
        return dialect == Dialect.POSTGRESQL ? DDL : dialect.script("outbox.sql");
    }

    /** What {@link #createTables} executes in PostgreSQL, for those who apply it by hand: to nothing, to any earlier version, or again. */
    public static String ddl() {
        return DDL;
    }

    /**
     * Has all barred messages tried again, after what was wrong with them has been put right. Part of the caller's
     * transaction.
     *
     * @return how many
     */
    public static int retryBarred(Connection connection) {
        try {
            return OutboxTable.retryBarred(connection);
        } catch (SQLException e) {
            throw SqlFailures.translate("Releasing barred messages", e);
        }
    }

    /**
     * Has messages sent again that were sent in a span of time and are still kept ({@code RelayOptions.keepingSent}): for an
     * operator, say when a topic was lost. They come behind all that was written before, in their old order, with their old
     * ids, so that an idempotent receiver which remembers them passes them over. Part of the caller's transaction.
     *
     * @param from the first moment, by the database's clock
     * @param to the first moment after the span
     * @return how many
     */
    public static int resend(Connection connection, Instant from, Instant to) {
        try {
            Dialect.requirePostgres(connection, "Messages that are sent again");
            return SentRows.resend(connection, from, to);
        } catch (SQLException e) {
            throw SqlFailures.translate("Resending messages", e);
        }
    }

    /**
     * The same of some messages, by their ids. Looks at all rows of the outbox: there is no index of these.
     *
     * @return how many; fewer than asked for if some are kept no more, or were never sent
     */
    public static int resend(Connection connection, Collection<String> messageIds) {
        try {
            Dialect.requirePostgres(connection, "Messages that are sent again");
            return SentRows.resend(connection, messageIds);
        } catch (SQLException e) {
            throw SqlFailures.translate("Resending messages", e);
        }
    }
}
