package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.AcceptedRequests;
import io.tidings.messaging.accepted.Lifecycle;
import io.tidings.messaging.accepted.RequestHandler;
import io.tidings.messaging.accepted.RequestLedger;
import io.tidings.messaging.accepted.RequestWatch;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Requests of one kind that are accepted at once and finished later: a row says where each stands. It is written in the transaction
 * that accepts the request, and moved on in the transactions of whatever comes of it. Safe for use by several threads and several
 * instances.
 *
 * <p>For a reply to a request of this service's own, ask with {@link
 * io.tidings.messaging.jdbc.pending.JdbcPendingRequests} and give it the id as its context; for other events, {@link
 * AcceptedRequests#correlate}.
 */
public final class JdbcAcceptedRequests<S extends Enum<S>> {
    private final DataSource database;
    private final String kind;
    private final Lifecycle<S> lifecycle;
    private final List<Sleeper> sleepers = new CopyOnWriteArrayList<>();

    /** Somebody to wake, until it has ended. */
    private record Sleeper(Runnable wake, BooleanSupplier ended) {}

    /**
     * Requests in this database.
     *
     * @param kind a name for this kind of request; instances share it
     */
    public JdbcAcceptedRequests(DataSource database, String kind, Lifecycle<S> lifecycle) {
        this.database = database;
        this.kind = kind;
        this.lifecycle = lifecycle;
    }

    /** For the transaction this connection is in. It neither commits nor closes the connection. */
    public AcceptedRequests<S> in(Connection transaction) {
        return new RequestLedger<>(lifecycle, new JdbcRequestStore<>(transaction, kind, lifecycle));
    }

    /**
     * Tells keepers and watches of this JVM that a transaction was committed: call it after the commit. Cheap; many calls are one.
     * Without it they find out at their next look.
     */
    public void wake() {
        sleepers.forEach(sleeper -> sleeper.wake().run());
    }

    /** Whoever has ended is forgotten, so that a service may start and close as many as it likes. */
    private void add(Sleeper sleeper) {
        sleepers.removeIf(each -> each.ended().getAsBoolean());
        sleepers.add(sleeper);
    }

    /** How many are woken. */
    int sleepers() {
        return sleepers.size();
    }

    /**
     * Starts to look after requests that take too long or have failed. Run it in each instance.
     *
     * @param handlerIn makes the handler for a connection, which it must neither commit, roll back nor close
     * @param interval how often to look when nobody calls {@link #wake}; it bounds how much later than its deadline a request ends
     * @param afterCommit is called after each commit: wakes a relay, for instance
     */
    public RequestKeeper keeping(
            Function<Connection, RequestHandler<S>> handlerIn, Duration interval, Runnable afterCommit) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("A keeper looks from time to time, not every " + interval);
        }
        RequestKeeper keeper = RequestKeeper.start(database, kind, lifecycle, handlerIn, interval, () -> {
            afterCommit.run();
            wake();
        });
        add(new Sleeper(keeper::wake, keeper::ended));
        return keeper;
    }

    /**
     * Starts to watch requests for those who wait for them.
     *
     * @param interval how often to look while somebody waits and nobody calls {@link #wake}: how much later one learns of what
     *     another instance did. One query each time, whoever waits for however many
     */
    public RequestWatch<S> watching(Duration interval) {
        RequestWatch<S> watch = RequestWatch.start(
                kind,
                ids -> Transaction.run(database, connection -> AcceptedTable.find(connection, kind, lifecycle, ids)),
                interval);
        add(new Sleeper(watch::wake, watch::ended));
        return watch;
    }

    /**
     * How many there are, whoever accepted them.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public AcceptedCounts counts() {
        try {
            return Transaction.<AcceptedCounts, SQLException>run(
                    database, connection -> AcceptedTable.count(connection, kind));
        } catch (SQLException e) {
            throw SqlFailures.translate("Counting " + kind + " requests", e);
        }
    }

    /**
     * Forgets requests that ended longer ago than that and have nothing left to undo. What is delivered once more afterwards is about
     * an unknown request, and a client who repeats a request with the same id is accepted anew.
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
                        database, connection -> AcceptedTable.purge(connection, kind, retention));
                purged += last;
            } while (last == AcceptedTable.PURGE_BATCH);
            return purged;
        } catch (SQLException e) {
            throw SqlFailures.translate("Purging " + kind + " requests", e);
        }
    }

    /**
     * Creates the tables where they are missing; harmless when several instances do it at once. On a connection that commits by
     * itself this is a transaction of its own, else it is part of the caller's.
     */
    public static void createTables(Connection connection) {
        Tables.create(connection, AcceptedTable.DDL);
    }

    /**
     * Compares the tables with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, AcceptedTable.DDL);
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return AcceptedTable.DDL;
    }
}
