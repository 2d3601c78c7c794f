package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import io.tidings.messaging.observe.RelayWatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay's time as the leader: from taking the lease to giving it up. For relays; used by one thread at a time,
 * but for what {@link RelayPump} does aside.
 *
 * <p>Why no message is lost and none is overtaken, whoever pauses wherever: the sink is opened after the lease was taken, and
 * shuts out every predecessor's sink; the lease is checked after the sink was opened, so that one who woke up late finds it
 * taken before it sends; rows are deleted in a transaction that checks the lease. What a predecessor sent and did not delete
 * is sent again: a duplicate, behind its original.
 */
public final class RelayTerm implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayTerm.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final LeasedOutbox outbox;
    private final String name;
    private final Duration lease;
    private final long epoch;
    private final TransactionalSink sink;
    private final int batchSize;
    private final RelayWatch watch;
    private final LongSupplier nanoTime;
    private final Set<String> missing = new HashSet<>();
    private long missingSince;
    private volatile @Nullable String trouble;
    private final OthersWatch others;
    private long renewedAt;
    private final AtomicLong relayed = new AtomicLong();

    private RelayTerm(
            LeasedOutbox outbox,
            long epoch,
            TransactionalSink sink,
            RelayOptions options,
            RelayWatch watch,
            LongSupplier nanoTime) {
        this.outbox = outbox;
        this.name = options.name();
        this.lease = options.lease();
        this.epoch = epoch;
        this.sink = sink;
        this.batchSize = options.batchSize();
        this.watch = watch;
        this.nanoTime = nanoTime;
        this.renewedAt = nanoTime.getAsLong();
        this.others = new OthersWatch(outbox, name, lease.dividedBy(3), nanoTime);
    }

    /**
     * Tries to lead; null while another relay does.
     *
     * @param nanoTime this process's own time; nothing that is promised depends on it
     */
    static @Nullable RelayTerm begin(
            LeasedOutbox outbox,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            RelayWatch watch,
            LongSupplier nanoTime)
            throws SQLException {
        return begin(outbox, () -> sinks.apply(options.transactionalId(0)), options, watch, nanoTime);
    }

    static @Nullable RelayTerm begin(
            LeasedOutbox outbox,
            Supplier<TransactionalSink> sinks,
            RelayOptions options,
            RelayWatch watch,
            LongSupplier nanoTime)
            throws SQLException {
        OptionalLong epoch = outbox.acquire();
        if (epoch.isEmpty()) {
            return null;
        }
        TransactionalSink sink;
        try {
            sink = sinks.get();
        } catch (Throwable e) {
            release(outbox, options.name(), epoch.getAsLong());
            throw e;
        }
        RelayTerm term = new RelayTerm(outbox, epoch.getAsLong(), sink, options, watch, nanoTime);
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
        return unsent(List.of(), except()).rows();
    }

    /**
     * The same without those that are being sent.
     *
     * @param except addresses that do not exist
     */
    UnsentRows.Waiting unsent(List<OutboxRow> inFlight, Set<String> except) throws SQLException {
        others.look();
        return outbox.unsent(except, inFlight.stream().map(OutboxRow::id).toList(), batchSize);
    }

    /** Addresses that did not exist when they were looked for last. */
    Set<String> except() {
        lookAgain();
        return Set.copyOf(missing);
    }

    UnsentRows.Picture picture() throws SQLException {
        lookAgain();
        return outbox.picture(missing, batchSize);
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
            missingSince = nanoTime.getAsLong();
            trouble = "Messages wait for topics that do not exist: " + String.join(", ", new TreeSet<>(missing));
            LOG.warn("Relay {}: {}", name, trouble);
        }
    }

    /** Whether it is time to look again for topics that did not exist. */
    boolean missingForLong() {
        return !missing.isEmpty() && nanoTime.getAsLong() - missingSince > LOOK_AGAIN.toNanos();
    }

    UnsentRows.Glance glance() throws SQLException {
        others.look();
        return inLease(() -> outbox.glance(epoch, missing));
    }

    /** An id that is greater than those of all transactions that have begun. */
    long transaction() throws SQLException {
        return inLease(() -> outbox.transaction(epoch));
    }

    /** What keeps some messages from being sent, or has them sent twice. */
    @Nullable String trouble() {
        String missed = trouble;
        String doubled = others.trouble();
        return missed == null || doubled == null ? (missed == null ? doubled : missed) : missed + ". " + doubled;
    }

    /** Writes down what became of rows; the ids of those that were there are returned. */
    Set<Long> settle(Delivery delivery) throws SQLException {
        List<Long> sent = delivery.sent().stream().map(OutboxRow::id).toList();
        Map<Long, String> refused = new LinkedHashMap<>();
        delivery.refused().forEach((row, reason) -> refused.put(row.id(), reason));
        Set<Long> settled = inLease(() -> outbox.settle(epoch, sent, refused));
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
        if (settled.size() < sent.size() + refused.size()) {
            others.suspect();
        }
        return settled;
    }

    /** Takes out of the outbox what was sent; the ids of those that were there are returned. */
    Set<Long> delete(Collection<Long> ids) throws SQLException {
        return inLease(() -> outbox.settle(epoch, ids, Map.of()));
    }

    /**
     * Gives a sign of life if one is due. To be called more often than three times in a lease.
     *
     * @return whether one was due
     * @throws LeaseLostException if another leads now
     */
    public boolean keep() throws SQLException {
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - renewedAt);
        boolean due = since.compareTo(lease.dividedBy(3)) >= 0;
        if (due) {
            renew();
        }
        return due;
    }

    private void renew() throws SQLException {
        boolean unused = inLease(() -> {
            outbox.renew(epoch);
            return true;
        });
    }

    /** What the outbox does under the lease. */
    @FunctionalInterface
    private interface Leased<T> {
        T call() throws SQLException;
    }

    /** The lease runs from some time after the call began: it counts from its beginning. */
    private <T> T inLease(Leased<T> work) throws SQLException {
        long now = nanoTime.getAsLong();
        T result = work.call();
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
            LOG.debug("Closing the sink of relay {} failed", name, e);
        }
        release(outbox, name, epoch);
    }

    private static void release(LeasedOutbox outbox, String name, long epoch) {
        try {
            outbox.release(epoch);
        } catch (SQLException e) {
            LOG.debug("Releasing the lease of relay {} failed; it runs out by itself", name, e);
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
