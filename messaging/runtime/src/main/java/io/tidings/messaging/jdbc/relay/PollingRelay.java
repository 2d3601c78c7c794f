package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.Health;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Sends what stands in the outbox and deletes it: in the order of ids, so in order for each key. Looks when woken, and from
 * time to time. Runs on one thread of its own; safe for use by several threads.
 *
 * <p>It never loses a message and may send one twice, when it is stopped between the broker's commit and the database's:
 * receivers are idempotent ({@link io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver}). Any number of relays may run, one of each name leads, and another
 * takes over within the lease when that one dies, hangs or is paused. While database or broker are away it tries again, with
 * growing pauses, for ever. A message that can never be sent is marked and holds back its own key only ({@link
 * RelayStatus#barred}).
 */
public final class PollingRelay implements AutoCloseable {
    private final RelayLoop loop;

    private PollingRelay(RelayLoop loop) {
        this.loop = loop;
    }

    /**
     * Starts a relay. Neither database nor broker need be there yet.
     *
     * @param sinks opens a sink for a transactional id, which shuts out every sink opened for it before
     * @param listeners are told what it does
     */
    public static PollingRelay start(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            MessagingListener... listeners) {
        RelayLoop.Duty duty = (term, loop) -> relay(term, loop, idle(options));
        return new PollingRelay(RelayLoop.start(database, sinks, options, duty, Listeners.of(List.of(listeners))));
    }

    private static void relay(RelayTerm term, RelayLoop loop, Duration idle) throws SQLException {
        while (!loop.closing()) {
            boolean busy = step(term);
            loop.recovered();
            if (!busy) {
                loop.awaitWork(idle);
            }
        }
    }

    /** Looks at the table once, and sends what may be sent; false if that is nothing. */
    static boolean step(RelayTerm term) throws SQLException {
        List<OutboxRow> rows = term.unsent();
        if (rows.isEmpty()) {
            boolean unused = term.keep();
            return false;
        }
        int unused = term.relay(rows);
        return true;
    }

    /** An idle leader must still renew its lease in time. */
    private static Duration idle(RelayOptions options) {
        Duration lease = options.lease().dividedBy(4);
        return options.pollInterval().compareTo(lease) < 0 ? options.pollInterval() : lease;
    }

    /** Tells the relay that messages were committed: call it after the commit. Cheap; many calls are one. */
    public void wake() {
        loop.wake();
    }

    /**
     * How it is doing, and how the outbox is: asks the database.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public RelayStatus status() {
        return loop.status();
    }

    /** How it is, without asking the database. */
    public Health health() {
        return loop.health();
    }

    /** {@link RelayStatus#backlog}. */
    public long backlog() {
        return status().backlog();
    }

    /** As {@link #close(Duration)}, within 10 s. */
    @Override
    public void close() {
        loop.close();
    }

    /**
     * Finishes the batch at hand, and lets another relay lead.
     *
     * @return false if that took longer; it then ends by itself
     */
    public boolean close(Duration deadline) {
        return loop.close(deadline);
    }
}
