package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.Health;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.Dialect;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.RelayWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every relay does, on one thread: wait for the lease, serve a term, and after trouble try again, for ever. For relays.
 * Safe for use by several threads.
 */
public final class RelayLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** What a leader does. */
    @FunctionalInterface
    public interface Duty {
        /** Relays until the loop is closing; any exception ends the term, and a next one is tried after a pause. */
        void serve(RelayTerm term, RelayLoop loop) throws Exception;
    }

    private final DataSource database;
    private final Function<String, TransactionalSink> sinks;
    private final RelayOptions options;
    private final Duty duty;
    private final RelayWatch watch;
    private final RelayTurns turns;
    private final int shard;
    private final String owner;
    private final RelayLayout layout;

    private @Nullable Dialect dialect;
    private final Thread thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile boolean closing;
    private volatile boolean stopped;
    private volatile @Nullable RelayTerm current;
    private final AtomicLong sentBefore = new AtomicLong();
    private volatile @Nullable String trouble;

    private RelayLoop(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            Duty duty,
            RelayWatch watch,
            RelayTurns turns,
            RelayLayout layout,
            int shard) {
        this.database = database;
        this.sinks = sinks;
        this.options = options;
        this.duty = duty;
        this.watch = watch;
        this.turns = turns;
        this.shard = shard;
        this.owner = turns.owner();
        this.layout = layout;
        this.thread = new Thread(this::run, options.transactionalId(shard));
        thread.setDaemon(true);
    }

    /** Starts a relay. Needs neither database nor broker to be there yet. */
    public static RelayLoop start(
            DataSource database, Function<String, TransactionalSink> sinks, RelayOptions options, Duty duty) {
        return start(database, sinks, options, duty, Listeners.NONE);
    }

    /** Starts a relay that is watched. */
    public static RelayLoop start(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            Duty duty,
            Listeners listeners) {
        if (options.shards() > 1) {
            throw new IllegalArgumentException(
                    "One loop serves one shard: " + options.shards() + " are for PollingRelay");
        }
        RelayWatch watch = listeners.relay(options.name());
        return alone(database, sinks, options, duty, watch);
    }

    static RelayLoop alone(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            Duty duty,
            RelayWatch watch) {
        RelayTurns turns = RelayTurns.alone();
        return start(database, sinks, options, duty, watch, turns, new RelayLayout(options, turns.owner()), 0);
    }

    /** Starts to serve one of several shards, in turns with others. */
    static RelayLoop start(
            DataSource database,
            Function<String, TransactionalSink> sinks,
            RelayOptions options,
            Duty duty,
            RelayWatch watch,
            RelayTurns turns,
            RelayLayout layout,
            int shard) {
        RelayLoop loop = new RelayLoop(database, sinks, options, duty, watch, turns, layout, shard);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            int failures = 0;
            while (!closing) {
                long sentAtFirst = sent();
                boolean well = term();
                failures = well || sent() > sentAtFirst ? 0 : failures + 1;
                pause(well ? options.lease().dividedBy(3) : backoff(failures));
            }
        } finally {
            stopped = true;
        }
    }

    /** One term, if it is our turn; false after trouble. */
    private boolean term() {
        if (!turns.mayBegin(shard)) {
            recovered();
            return true;
        }
        try {
            Dialect dialect = dialect();
            String objection = dialect == Dialect.POSTGRESQL
                    ? layout.prepare(database, sinks)
                    : PlainLeasedOutbox.objection(dialect, options);
            if (objection == null) {
                lead(dialect);
            } else {
                waits(objection);
            }
            return true;
        } catch (RelayTerm.LeaseLostException e) {
            LOG.info("Relay {} follows: {}", options.name(), e.getMessage());
            return true;
        } catch (TransactionalSink.FencedException e) {
            inTrouble(
                    "was fenced. Unless a relay of this name has just taken over, one of another database bears it: names"
                            + " must be unique on the broker",
                    e);
        } catch (SQLException e) {
            LayoutMismatchException mismatch = MissingTables.behind(e, database);
            if (mismatch == null) {
                inTrouble(SqlFailures.describe("A statement", e), e);
            } else {
                inTrouble(String.valueOf(mismatch.getMessage()), mismatch);
            }
        } catch (InterruptedException e) {
            closing = true;
        } catch (Exception | Error e) {
            // An Error too: the thread is all that the outbox has, and nobody would start another.
            inTrouble(String.valueOf(e.getMessage()), e);
        } finally {
            turns.ended(shard, trouble == null);
        }
        return false;
    }

    /** Asked once: a relay may start before its database. */
    private Dialect dialect() throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                known = Dialect.of(connection);
            }
            dialect = known;
        }
        return known;
    }

    private void lead(Dialect dialect) throws Exception {
        LeasedOutbox outbox = dialect == Dialect.POSTGRESQL
                ? new JdbcLeasedOutbox(database, options, shard, owner)
                : new PlainLeasedOutbox(database, dialect, options, owner);
        Supplier<TransactionalSink> opening = () -> sinks.apply(options.transactionalId(shard));
        try (RelayTerm term = RelayTerm.begin(outbox, opening, options, watch, System::nanoTime)) {
            if (term == null) {
                String awaited = outbox.awaited();
                if (awaited == null) {
                    recovered();
                } else {
                    waits(awaited);
                }
            } else {
                LOG.info("Relay {} leads{}", options.name(), part());
                serve(term);
            }
        }
    }

    private String part() {
        return options.shards() == 1 ? "" : " shard " + shard + " of " + options.shards();
    }

    /** No trouble of database or broker, but something to be seen. */
    private void waits(String objection) {
        if (!objection.equals(trouble)) {
            LOG.info("Relay {} waits: {}", options.name(), objection);
        }
        trouble = objection;
    }

    private void serve(RelayTerm term) throws Exception {
        current = term;
        watch.leading();
        try {
            duty.serve(term, this);
        } finally {
            current = null;
            watch.following();
            sentBefore.addAndGet(term.relayed());
        }
    }

    private void inTrouble(String what, Throwable e) {
        boolean known = trouble != null;
        trouble = what;
        watch.inTrouble(e);
        if (known) {
            LOG.debug("Relay {}: {}", options.name(), what, e);
        } else {
            LOG.warn("Relay {} tries again until it works: {}", options.name(), what, e);
        }
    }

    /** For the duty, to say that it succeeded: what was wrong is over. */
    public void recovered() {
        if (trouble != null) {
            trouble = null;
            watch.recovered();
            LOG.info("Relay {} works again", options.name());
        }
    }

    private Duration backoff(int failures) {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(options.maxBackoff()) < 0 ? doubled : options.maxBackoff();
    }

    /** Those who are told what it does. */
    public RelayWatch watch() {
        return watch;
    }

    /** Whether a duty should end. */
    public boolean closing() {
        return closing || turns.mustEnd(shard);
    }

    /** For the duty, when there is nothing to do: returns when woken, closing, or time is up. */
    public void awaitWork(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!closing() && !woken.getAndSet(false)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    /** Unlike {@link #awaitWork}, not cut short by new work, which a standby cannot do and which ends no trouble. */
    private void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); !closing && left > 0; left = end - System.nanoTime()) {
            if (trouble == null && called.getAndSet(false)) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    /** Something has changed for those who wait for their turn, or whose turn is over. */
    void call() {
        called.set(true);
        LockSupport.unpark(thread);
    }

    /** Tells the duty that there is work. Many calls before it looks are one. */
    public void wake() {
        if (!woken.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    RelayStatus.Role role() {
        if (stopped) {
            return RelayStatus.Role.STOPPED;
        }
        return current == null ? RelayStatus.Role.STANDBY : RelayStatus.Role.LEADER;
    }

    @Nullable String trouble() {
        RelayTerm term = current;
        return trouble != null || term == null ? trouble : term.trouble();
    }

    long sent() {
        RelayTerm term = current;
        return sentBefore.get() + (term == null ? 0 : term.relayed());
    }

    /** How it is doing, and how the outbox is. */
    public RelayStatus status() {
        boolean leads = role() == RelayStatus.Role.LEADER;
        return status(database, role(), sent(), trouble(), 1, leads ? 1 : 0);
    }

    static RelayStatus status(
            DataSource database, RelayStatus.Role role, long sent, @Nullable String trouble, int shards, int leading) {
        try {
            OutboxTable.Counts counts =
                    Transaction.<OutboxTable.Counts, SQLException>readCommitted(database, OutboxTable::counts);
            return new RelayStatus(
                    role, counts.backlog(), counts.oldestAge(), counts.barred(), sent, trouble, shards, leading);
        } catch (SQLException e) {
            throw SqlFailures.translate("Counting the outbox", e);
        }
    }

    /** How it is, without asking the database: whether another leads says nothing against it. */
    public Health health() {
        String now = trouble();
        if (stopped) {
            return Health.down("Relay '" + options.name() + "' has ended");
        }
        return now == null ? Health.UP : Health.degraded("Relay '" + options.name() + "': " + now);
    }

    @Override
    public void close() {
        close(CLOSING);
    }

    /** Begins to close. */
    void end() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /**
     * Finishes the batch at hand, and lets another relay lead.
     *
     * @return false if that took longer; it goes on in the background and ends by itself
     */
    public boolean close(Duration deadline) {
        end();
        boolean interrupted = false;
        try {
            thread.join(Math.max(1, deadline.toMillis()));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            thread.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
