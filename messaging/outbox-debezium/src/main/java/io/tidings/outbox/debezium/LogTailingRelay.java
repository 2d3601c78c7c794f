package io.tidings.outbox.debezium;

import io.tidings.messaging.Health;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.relay.RelayLoop;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import io.tidings.messaging.jdbc.relay.RelayTail;
import io.tidings.messaging.jdbc.relay.RelayTerm;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Sends what was inserted into the outbox as soon as PostgreSQL's log tells of its commit, in the order of commits, and deletes
 * it. Needs {@code wal_level=logical}. Safe for use by several threads.
 *
 * <p>The table stays the truth, the log brings the news: each term begins by sending what the table holds, and takes from the
 * log only what a transaction wrote that was not visible then. So nothing is lost on the first start, after a time without a
 * relay, or when the slot was dropped. Six times in a lease it looks at the table, and sends from there what was released, or
 * what the log has not told of since the last look. A polling relay of the same name can take over, or the other way round: they share
 * the lease. As the polling relay, it may send a message twice after a crash, and a message that can never be sent holds back
 * its key only.
 *
 * <p>While it is down, the slot keeps PostgreSQL from discarding its log: drop the slot {@code tidings_<name>} when the relay
 * is given up.
 */
public final class LogTailingRelay implements AutoCloseable {
    private final RelayLoop loop;

    private LogTailingRelay(RelayLoop loop) {
        this.loop = loop;
    }

    /**
     * Starts a relay. Neither database nor broker need be there yet.
     *
     * @param database the same database as {@code log}; for the outbox and the lease
     * @param sinks opens a sink for a transactional id, which shuts out every sink opened for it before
     * @param listeners are told what it does
     */
    public static LogTailingRelay start(
            DataSource database,
            ReplicationAddress log,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            MessagingListener... listeners) {
        RelayLoop.Duty duty = (term, loop) -> serve(term, loop, database, log, options);
        return new LogTailingRelay(RelayLoop.start(database, sinks, options, duty, Listeners.of(List.of(listeners))));
    }

    private static void serve(
            RelayTerm term, RelayLoop loop, DataSource database, ReplicationAddress log, RelayOptions options)
            throws Exception {
        // The slot first: what commits while the table is drained must be in the log.
        OutboxSlot slot = OutboxSlot.open(database, options.name());
        RelayTail tail = new RelayTail(term);
        tail.drain();
        Properties settings = EngineSettings.of(slot, log, options);
        try (LogTail reader = new LogTail(settings, tail::relay, loop::wake)) {
            Duration look = options.lease().dividedBy(6);
            while (!loop.closing()) {
                tail.keep();
                loop.awaitWork(look);
                reader.check();
                loop.recovered();
            }
        }
        tail.finish();
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
