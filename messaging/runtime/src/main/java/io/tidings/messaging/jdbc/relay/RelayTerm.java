package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.RelayWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay's time as the leader: from taking the lease to giving it up. For relays; used by one thread at a time.
 *
 * <p>Why no message is lost and none is overtaken, whoever pauses wherever: the sink is opened after the lease was taken, and
 * shuts out every predecessor's sink; the lease is checked after the sink was opened, so that one who woke up late finds it
 * taken before it sends; rows are deleted in a transaction that checks the lease. What a predecessor sent and did not delete
 * is sent again: a duplicate, behind its original.
 */
public final class RelayTerm implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayTerm.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final DataSource database;
    private final RelayLease lease;
    private final long epoch;
    private final TransactionalSink sink;
    private final int batchSize;
    private final RelayWatch watch;
    private final Set<String> missing = new HashSet<>();
    private long missingSince;
    private volatile @Nullable String trouble;
    private long renewedAt = System.nanoTime();
    private final AtomicLong relayed = new AtomicLong();

    private RelayTerm(
            DataSource database,
            RelayLease lease,
            long epoch,
            TransactionalSink sink,
            int batchSize,
            RelayWatch watch) {
        this.database = database;
        this.lease = lease;
        this.epoch = epoch;
        this.sink = sink;
        this.batchSize = batchSize;
        this.watch = watch;
    }

    /** Tries to lead; null while another relay does. */
    static @Nullable RelayTerm begin(
            DataSource database, Function<String, TransactionalSink> sinks, RelayOptions options, String owner)
            throws SQLException {
        return begin(database, sinks, options, owner, Listeners.NONE.relay(options.name()));
    }

    static @Nullable RelayTerm begin(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            String owner,
            RelayWatch watch)
            throws SQLException {
        RelayLease lease = new RelayLease(options.name(), owner, options.lease());
        OptionalLong epoch = Transaction.<OptionalLong, SQLException>run(database, lease::acquire);
        if (epoch.isEmpty()) {
            return null;
        }
        TransactionalSink sink;
        try {
            sink = sinks.apply(options.transactionalId());
        } catch (Throwable e) {
            release(database, lease, epoch.getAsLong());
            throw e;
        }
        RelayTerm term = new RelayTerm(database, lease, epoch.getAsLong(), sink, options.batchSize(), watch);
        try {
            term.renew();
            return term;
        } catch (Throwable e) {
            term.close();
            throw e;
        }
    }

    /** Messages that may be sent now, at most a batch, in the order in which to send them. */
    public List<OutboxRow> unsent() throws SQLException {
        lookAgain();
        return Transaction.<List<OutboxRow>, SQLException>run(
                database, connection -> OutboxTable.unsent(connection, missing, batchSize));
    }

    OutboxTable.Picture picture() throws SQLException {
        lookAgain();
        return Transaction.<OutboxTable.Picture, SQLException>run(
                database, connection -> OutboxTable.picture(connection, missing, batchSize));
    }

    private void lookAgain() {
        if (missingForLong()) {
            missing.clear();
            trouble = null;
        }
    }

    /**
     * Sends rows in order and deletes them. One that can never be sent is marked and stays, and with it the later ones of its
     * key.
     *
     * @return how many were sent
     * @throws SQLException if the database is away: they may have been sent, and stay
     * @throws LeaseLostException if another leads now
     * @throws TransactionalSink.FencedException likewise
     * @throws io.tidings.messaging.MessagingException if the broker is away
     */
    public int relay(List<OutboxRow> rows) throws SQLException {
        Delivery delivery = deliver(rows, Set.of());
        settle(delivery);
        return delivery.sent().size();
    }

    Delivery deliver(List<OutboxRow> rows, Set<OutboxRow.Line> held) {
        Delivery delivery = new Delivery(sink, held, missing);
        delivery.deliver(rows);
        noteMissing(delivery.missing());
        return delivery;
    }

    private void noteMissing(Set<String> found) {
        if (missing.addAll(found)) {
            missingSince = System.nanoTime();
            trouble = "Messages wait for topics that do not exist: " + String.join(", ", new TreeSet<>(missing));
            LOG.warn("Relay {}: {}", lease.name(), trouble);
        }
    }

    /** Whether it is time to look again for topics that did not exist. */
    boolean missingForLong() {
        return !missing.isEmpty() && System.nanoTime() - missingSince > LOOK_AGAIN.toNanos();
    }

    OutboxTable.Glance glance(Connection connection) throws SQLException {
        return OutboxTable.glance(connection, missing);
    }

    /** What keeps some messages from being sent. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Writes down what became of rows; the ids of those that were there are returned. */
    Set<Long> settle(Delivery delivery) throws SQLException {
        List<Long> sent = delivery.sent().stream().map(OutboxRow::id).toList();
        Set<Long> settled = inLease(connection -> {
            Set<Long> found = new HashSet<>(OutboxTable.delete(connection, sent));
            for (Map.Entry<OutboxRow, String> refused : delivery.refused().entrySet()) {
                long id = refused.getKey().id();
                if (OutboxTable.bar(connection, id, refused.getValue())) {
                    found.add(id);
                }
            }
            return found;
        });
        delivery.refused()
                .forEach((row, reason) -> LOG.error(
                        "Message {} to {} can never be sent, and holds back its key in tidings_outbox (id {}): {}",
                        row.message().id(),
                        row.message().address(),
                        row.id(),
                        reason));
        delivery.refused()
                .forEach((row, reason) ->
                        watch.refused(row.message().address(), row.message().id(), reason));
        watch.relayed(delivery.sent().size(), delivery.began());
        relayed.addAndGet(delivery.sent().size());
        return settled;
    }

    /**
     * Gives a sign of life if one is due. To be called more often than three times in a lease.
     *
     * @return whether one was due
     * @throws LeaseLostException if another leads now
     */
    public boolean keep() throws SQLException {
        Duration since = Duration.ofNanos(System.nanoTime() - renewedAt);
        boolean due = since.compareTo(lease.duration().dividedBy(3)) >= 0;
        if (due) {
            renew();
        }
        return due;
    }

    private void renew() throws SQLException {
        inLease(connection -> true);
    }

    /** Does work in a transaction that also gives a sign of life. */
    <T> T inLease(Transaction.Work<T, SQLException> work) throws SQLException {
        long now = System.nanoTime();
        T result = Transaction.<T, SQLException>run(database, connection -> {
            if (!lease.renew(connection, epoch)) {
                throw new LeaseLostException(lease.name(), epoch);
            }
            return work.in(connection);
        });
        renewedAt = now;
        return result;
    }

    /** How many messages were sent in this term. */
    long relayed() {
        return relayed.get();
    }

    /** Closes the sink and lets another lead at once. Never throws: the lease runs out by itself. */
    @Override
    public void close() {
        try {
            sink.close();
        } catch (RuntimeException e) {
            LOG.debug("Closing the sink of relay {} failed", lease.name(), e);
        }
        release(database, lease, epoch);
    }

    private static void release(DataSource database, RelayLease lease, long epoch) {
        try (Connection connection = database.getConnection()) {
            Transaction.<Boolean, SQLException>run(connection, own -> lease.release(own, epoch));
        } catch (SQLException e) {
            LOG.debug("Releasing the lease of relay {} failed; it runs out by itself", lease.name(), e);
        }
    }

    /** Another relay of this name leads now. */
    public static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLostException(String name, long epoch) {
            super("Another relay took the lease '" + name + "' after epoch " + epoch);
        }
    }
}
