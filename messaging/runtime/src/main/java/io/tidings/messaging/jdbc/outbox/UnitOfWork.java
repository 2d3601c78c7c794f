package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction with an outbox, for those who have no framework that begins and commits: takes a connection, hands it to the
 * work together with a sink for its messages, commits, and then wakes the relay. Immutable; safe for use by several threads.
 *
 * <p>Whatever the work throws rolls everything back and is thrown on, as a {@link TransientMessagingException} where the reason
 * is that the database is away or asks to repeat the transaction. What the commit itself says is translated likewise, but a
 * commit whose answer is lost is a {@link CommitInDoubtException}: it may have happened.
 *
 * <p>Units do not nest: a second one on the same thread and database would commit apart from the first, and wait for a
 * connection that a full pool has lent to the first. Hand the connection and the sink on instead.
 */
public final class UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int LONGEST_PAUSE = 6; // doublings: a quarter of a second

    /** The databases that this thread has a unit of work open on. */
    private static final ThreadLocal<Set<DataSource>> OPEN = new ThreadLocal<>();

    private final DataSource database;
    private final JdbcOutbox outbox;
    private final Runnable afterCommit;
    private final int retries;

    /** What to do, and to answer; it neither commits, rolls back nor closes. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T in(Connection connection, AtomicSink sink) throws SQLException, X;
    }

    /** What to do, without an answer. */
    @FunctionalInterface
    public interface Task<X extends Exception> {
        void in(Connection connection, AtomicSink sink) throws SQLException, X;
    }

    private UnitOfWork(DataSource database, JdbcOutbox outbox, Runnable afterCommit, int retries) {
        this.database = database;
        this.outbox = outbox;
        this.afterCommit = afterCommit;
        this.retries = retries;
    }

    /** Units of work on connections of this database. */
    public static UnitOfWork on(DataSource database, JdbcOutbox outbox) {
        return new UnitOfWork(database, outbox, () -> {}, 0);
    }

    /**
     * Also does this after each commit, on the thread of the work: commonly {@code relay::wake}. It should be quick. The
     * transaction is done by then: what it throws is logged, not thrown.
     */
    public UnitOfWork afterCommit(Runnable wake) {
        Runnable before = afterCommit;
        return new UnitOfWork(
                database,
                outbox,
                () -> {
                    before.run();
                    wake.run();
                },
                retries);
    }

    /**
     * Does the work once more, on a new transaction, if the database has rolled it back and asks to repeat it (a deadlock, or a
     * serialization failure): at most so many times, after pauses that grow to a quarter of a second. For work that has no
     * effect but on this database. Not by default.
     */
    public UnitOfWork retrying(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("Retrying " + times + " times is not possible");
        }
        return new UnitOfWork(database, outbox, afterCommit, times);
    }

    /** As {@link #call}, for work without an answer. */
    public <X extends Exception> void run(Task<X> task) throws SQLException, X {
        boolean unused = this.<Boolean, X>call((connection, sink) -> {
            task.in(connection, sink);
            return true;
        });
    }

    /**
     * Does work in a transaction: it and its messages are committed when this returns.
     *
     * @throws TransientMessagingException if the database is away, or asks to repeat the transaction; nothing was committed
     * @throws CommitInDoubtException if the connection broke while it committed
     * @throws MessagingException of the sink: poison if a message cannot be encoded or stored
     * @throws SQLException of the work, as it threw it
     * @throws X of the work
     * @throws IllegalStateException if this thread is in a unit of work on this database already, or the work went on after a
     *     failed statement, so that the database refuses to commit
     */
    public <T, X extends Exception> T call(Work<T, X> work) throws SQLException, X {
        Set<DataSource> open = enter();
        try {
            for (int attempt = 0; ; attempt++) {
                try {
                    return attempt(work);
                } catch (TransientMessagingException e) {
                    if (attempt == retries || !asksToRepeat(e)) {
                        throw e;
                    }
                    LOG.debug("The database asks to repeat a transaction", e);
                    LockSupport.parkNanos(pause(attempt));
                }
            }
        } finally {
            open.remove(database);
            if (open.isEmpty()) {
                OPEN.remove();
            }
        }
    }

    private Set<DataSource> enter() {
        Set<DataSource> open = OPEN.get();
        if (open == null) {
            open = Collections.newSetFromMap(new IdentityHashMap<>());
            OPEN.set(open);
        }
        if (!open.add(database)) {
            throw new IllegalStateException(
                    "This thread is in a unit of work on this database already, and a second one would"
                            + " commit apart from it: hand its connection and its sink on");
        }
        return open;
    }

    private <T, X extends Exception> T attempt(Work<T, X> work) throws SQLException, X {
        try (OpenUnit unit = OpenUnit.begin(database)) {
            T result = worked(unit, work);
            try {
                unit.commit();
            } catch (CommitInDoubtException e) {
                committed(); // perhaps
                throw e;
            }
            committed();
            return result;
        }
    }

    private <T, X extends Exception> T worked(OpenUnit unit, Work<T, X> work) throws SQLException, X {
        try {
            return work.in(unit.connection(), unit.sink(outbox));
        } catch (Throwable failure) {
            unit.rollBack(failure);
            if (failure instanceof MessagingException) {
                throw failure; // says by itself whether to retry
            }
            Optional<SQLException> passing = SqlFailures.transientCause(failure);
            if (passing.isPresent()) {
                throw new TransientMessagingException(SqlFailures.describe("A unit of work", passing.get()), failure);
            }
            throw failure;
        }
    }

    private void committed() {
        try {
            afterCommit.run();
        } catch (RuntimeException e) {
            LOG.warn("What is to be done after a commit failed; the transaction is committed", e);
        }
    }

    private static boolean asksToRepeat(Throwable failure) {
        return SqlFailures.transientCause(failure)
                .filter(SqlFailures::asksToRepeat)
                .isPresent();
    }

    /** Two that meet in a deadlock should not meet again at once. */
    private static long pause(int attempt) {
        long longest = FIRST_PAUSE_NANOS << Math.min(attempt, LONGEST_PAUSE);
        return ThreadLocalRandom.current().nextLong(longest / 2, longest);
    }
}
