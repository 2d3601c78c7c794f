package io.tidings.messaging.jdbc.pending;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.PendingTable.Request;
import io.tidings.messaging.jdbc.pending.PendingTable.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Requests that survive a restart. They are recorded in the caller's transaction and asked through the outbox; their replies
 * come on a channel that a group consumes, so whichever instance is alive goes on, in one transaction with the mark that it
 * did. A reply takes effect once, however often it is delivered, and a request that is not answered expires once. Safe for use
 * by several threads and several instances.
 *
 * <p>Of a reply and the end of the deadline, whichever is settled first wins; a reply that comes between the deadline and the
 * next look for those that are due still counts.
 */
public final class JdbcPendingRequests {
    private final DataSource database;
    private final JdbcOutbox outbox;
    private final String requestor;
    private final LongAdder joined = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    /**
     * Requests in this database.
     *
     * @param requestor a name for one kind of request: what asks, and what goes on with the replies. Instances share it
     */
    public JdbcPendingRequests(DataSource database, JdbcOutbox outbox, String requestor) {
        this.database = database;
        this.outbox = outbox;
        this.requestor = requestor;
    }

    /** For requests that belong to the transaction this connection is in. It neither commits nor closes the connection. */
    public PendingRequests in(Connection transaction) {
        return new PendingRequests() {
            @Override
            public <K, V> String ask(OutgoingMessage<K, V> request, byte[] context, Duration deadline) {
                @Nullable String chosen = request.correlationId();
                String correlationId = chosen == null ? UUID.randomUUID().toString() : chosen;
                record(transaction, correlationId, context, deadline);
                // Stored when this returns.
                CompletionStage<Receipt> unused = outbox.in(transaction)
                        .send(request.with(request.options().withCorrelationId(correlationId)));
                return correlationId;
            }
        };
    }

    private void record(Connection transaction, String correlationId, byte[] context, Duration deadline) {
        try {
            if (transaction.getAutoCommit()) {
                throw new IllegalStateException("A pending request needs a transaction, but this connection commits by"
                        + " itself: call setAutoCommit(false) before, and commit() after what led to the request");
            }
            PendingTable.insert(transaction, requestor, correlationId, context, deadline);
        } catch (SQLException e) {
            throw SqlFailures.translate("Recording request " + correlationId + " of " + requestor, e);
        }
    }

    /**
     * A handler of replies, for a subscription to the reply channel. Replies to requests of others are counted and left alone.
     *
     * @param handlerIn makes the handler for a connection, which it must neither commit, roll back nor close
     */
    public <K> MessageHandler<K> replies(Function<Connection, PendingHandler> handlerIn) {
        return reply -> {
            String correlationId = reply.metadata().correlationId();
            if (correlationId == null) {
                unknown.increment();
                return;
            }
            String what = "the reply to request " + correlationId;
            LongAdder fate = HandlerTransaction.run(
                    database, "Handling " + what, transaction -> resume(transaction, correlationId, reply, handlerIn));
            fate.increment();
        };
    }

    private LongAdder resume(
            Connection transaction,
            String correlationId,
            Received<?, ?> reply,
            Function<Connection, PendingHandler> handlerIn)
            throws Exception {
        Optional<Request> found = PendingTable.lock(transaction, requestor, correlationId);
        if (found.isEmpty()) {
            return unknown;
        }
        Request request = found.get();
        boolean waits = request.state() == State.WAITING;
        if (!waits && request.state() != State.EXPIRED) {
            return duplicate;
        }
        PendingTable.settle(transaction, requestor, correlationId, waits ? State.ANSWERED : State.LATE);
        PendingHandler handler = handlerIn.apply(transaction);
        if (waits) {
            handler.replied(request.context(), reply);
        } else {
            handler.late(request.context(), reply);
        }
        HandlerTransaction.refuseHiddenFailure(transaction, "the reply to request " + correlationId);
        return waits ? joined : late;
    }

    /**
     * Starts to look for requests whose deadline has passed, and hands each to the handler, once. Several instances share the
     * work. One whose handler fails is tried again later, with growing pauses, and holds up nobody else.
     *
     * @param interval how often to look; it bounds how much later than its deadline a request expires
     */
    public PendingExpiry expiring(Function<Connection, PendingHandler> handlerIn, Duration interval) {
        return PendingExpiry.start(database, requestor, handlerIn, interval, expired::increment);
    }

    /** What became of replies and requests in this JVM. */
    public PendingCounts counts() {
        return new PendingCounts(joined.sum(), expired.sum(), late.sum(), duplicate.sum(), unknown.sum());
    }

    /**
     * How many requests wait for a reply, whoever asked them.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public long waiting() {
        try {
            return Transaction.<Long, SQLException>run(
                    database, connection -> PendingTable.waiting(connection, requestor));
        } catch (SQLException e) {
            throw SqlFailures.translate("Counting the requests of " + requestor, e);
        }
    }

    /**
     * Forgets requests that were settled longer ago than that: a reply that is delivered once more afterwards is unknown.
     *
     * @return how many
     * @throws io.tidings.messaging.TransientMessagingException if the database is away; what was forgotten before stays so
     */
    public long purge(Duration retention) {
        long purged = 0;
        try {
            int last;
            do {
                last = Transaction.<Integer, SQLException>run(
                        database, connection -> PendingTable.purge(connection, requestor, retention));
                purged += last;
            } while (last == PendingTable.PURGE_BATCH);
            return purged;
        } catch (SQLException e) {
            throw SqlFailures.translate("Purging the requests of " + requestor, e);
        }
    }

    /**
     * Creates the table where it is missing; harmless when several instances do it at once. On a connection that commits by
     * itself this is a transaction of its own, else it is part of the caller's.
     */
    public static void createTables(Connection connection) {
        Tables.create(connection, PendingTable.DDL);
    }

    /**
     * Compares the tables with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, PendingTable.DDL);
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return PendingTable.DDL;
    }
}
