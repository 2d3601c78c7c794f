package io.tidings.outbox.debezium;

import io.tidings.messaging.Health;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.relay.RelayLoop;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import io.tidings.messaging.jdbc.relay.RelayTail;
import io.tidings.messaging.jdbc.relay.RelayTerm;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was inserted into the outbox as soon as PostgreSQL's log tells of its commit, in the order of commits, and deletes
 * it. Needs {@code wal_level=logical}. Safe for use by several threads.
 *
 * <p>The table stays the truth, the log brings the news: each term begins by sending what the table holds, and takes from the
 * log only what a transaction wrote that was not visible then. So nothing is lost on the first start, after a time without a
 * relay, or when the slot was dropped. Six times in a lease it looks at the table, and sends from there what was released, or
 * what the log has not told of since the last look. While PostgreSQL makes the slot, which waits for all transactions that have
 * written, it sends from the table, too. A polling relay of the same name can take over, or the other way round:
 * they share the lease. As the polling relay, it may send a message twice after a crash, and a message that can never be sent holds back
 * its key only.
 *
 * <p><b>The slot</b> {@code tidings_<name>} keeps PostgreSQL from discarding its log, also while the relay is down: drop it
 * when the relay is given up, and set {@code max_slot_wal_keep_size}, so that it cannot fill the disk. A slot that was dropped
 * or invalidated is made anew and told of ({@link io.tidings.messaging.observe.RelayEvent.SlotLost}); since rows stay in the
 * outbox until they are sent, nothing is lost with it. Whoever leads cuts off who still reads the slot, such as a predecessor
 * that stands still.
 */
public final class LogTailingRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTailingRelay.class);

    /** Of the log that a slot keeps back, in bytes: what a service writes in minutes, not in seconds. */
    private static final long LIMIT = 1L << 30;

    private final RelayLoop loop;
    private final SlotGuard guard;

    private LogTailingRelay(RelayLoop loop, SlotGuard guard) {
        this.loop = loop;
        this.guard = guard;
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
        return start(database, log, sinks, options, LIMIT, listeners);
    }

    /**
     * The same with a limit of its own.
     *
     * @param retainedBytes how much of PostgreSQL's log the slot may keep back before {@link #health} says so; 1 GiB where it
     *     is not said
     */
    public static LogTailingRelay start(
            DataSource database,
            ReplicationAddress log,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            long retainedBytes,
            MessagingListener... listeners) {
        SlotGuard guard = new SlotGuard(database, options.name(), retainedBytes, options.lease());
        AtomicReference<@Nullable String> unreadable = new AtomicReference<>();
        RelayLoop.Duty duty = (term, loop) -> {
            // The slot first: what commits while the table is drained must be in the log.
            OutboxSlot slot = SlotOpening.await(term, loop, database, options, unreadable.getAndSet(null));
            if (slot == null) {
                return;
            }
            try {
                serve(term, loop, slot, log, options, guard);
            } catch (Exception e) {
                unreadable.set(OutboxSlot.unreadable(e));
                throw e;
            }
        };
        RelayLoop loop = RelayLoop.start(database, sinks, options, duty, Listeners.of(List.of(listeners)));
        return new LogTailingRelay(loop, guard);
    }

    private static void serve(
            RelayTerm term,
            RelayLoop loop,
            OutboxSlot slot,
            ReplicationAddress log,
            RelayOptions options,
            SlotGuard guard)
            throws Exception {
        RelayTail tail = new RelayTail(term);
        tail.drain();
        report(slot, loop);
        Properties settings = EngineSettings.of(slot, log, options);
        try (LogTail reader = new LogTail(settings, tail::relay, loop::wake)) {
            Duration look = options.lease().dividedBy(6);
            while (!loop.closing()) {
                tail.keep();
                guard.look();
                loop.awaitWork(look);
                reader.check();
                loop.recovered();
            }
        }
        tail.finish();
    }

    private static void report(OutboxSlot slot, RelayLoop loop) {
        String loss = slot.loss();
        if (loss != null) {
            LOG.warn(
                    "Replication slot {} was gone: {}. It is made anew, and what had not been sent was sent from the outbox,"
                            + " where it stays until then: no message is lost",
                    slot.name(),
                    loss);
            loop.watch().slotLost(slot.name(), loss);
        }
    }

    /**
     * How it is doing, and how the outbox is: asks the database.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public RelayStatus status() {
        return loop.status();
    }

    /**
     * How its slot is: asks the database. Whether it keeps back too much is also told by {@link #health}.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public SlotStatus slot() {
        try {
            return guard.ask();
        } catch (SQLException e) {
            throw SqlFailures.translate("Looking at the replication slot", e);
        }
    }

    /**
     * How a relay's slot is, for who watches over relays that are down: nobody else would see that the log grows.
     *
     * @param relay the relay's name
     * @throws SlotTakenException if its slot is that of a relay of another name
     * @throws io.tidings.messaging.TransientMessagingException if the database is away
     */
    public static SlotStatus slot(Connection connection, String relay) {
        try {
            return SlotBook.status(connection, OutboxSlot.nameFor(relay), relay);
        } catch (SQLException e) {
            throw SqlFailures.translate("Looking at the replication slot", e);
        }
    }

    /**
     * What of the log the slot keeps back, in bytes, as seen at most some seconds ago; not a number before this relay has led.
     * For a gauge: {@code meters.log("orders", relay::retainedBytes)}.
     */
    public double retainedBytes() {
        return guard.retained();
    }

    /** How it is, without asking the database. A slot that keeps back too much of the log is told, too. */
    public Health health() {
        String alarm = guard.alarm();
        return alarm == null ? loop.health() : Health.of(List.of(loop.health(), Health.degraded(alarm)));
    }

    /**
     * The statements that a relay's user needs no right to carry out if somebody else has: the table in which it remembers its
     * slots, and the publication. They are harmless where the table exists; a publication must not exist yet.
     */
    public static String ddl() {
        return SlotBook.DDL + Publication.DDL;
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
