package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.Lifecycle;
import io.tidings.messaging.accepted.RequestHandler;
import io.tidings.messaging.accepted.RequestLedger;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after requests: ends those that take too long, and undoes the steps of those that failed; each in a transaction of its own,
 * on one thread. Any number of instances share the work, and what one leaves when it dies another does.
 *
 * <p>A request whose handler fails is tried again later, with growing pauses (1 s to 5 min), for ever, and holds up nobody else ({@link
 * AcceptedCounts#failing}).
 */
public final class RequestKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestKeeper.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String kind;
    private final Duty duty;
    private final DataSource database;
    private final Runnable afterCommit;
    private final ScheduledThreadPoolExecutor worker;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** What is done in each transaction: locks one that is due, tells which, and looks after it. False if none is due. */
    private interface Duty {
        boolean doNext(Connection transaction, Taken taken) throws Exception;
    }

    /** What is being looked after, known also after its transaction was rolled back. */
    private static final class Taken {
        @Nullable String id;
    }

    private RequestKeeper(DataSource database, String kind, Duty duty, Runnable afterCommit) {
        this.database = database;
        this.kind = kind;
        this.duty = duty;
        this.afterCommit = afterCommit;
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "tidings-keeper-" + kind);
            thread.setDaemon(true);
            return thread;
        });
    }

    static <S extends Enum<S>> RequestKeeper start(
            DataSource database,
            String kind,
            Lifecycle<S> lifecycle,
            Function<Connection, RequestHandler<S>> handlerIn,
            Duration interval,
            Runnable afterCommit) {
        Duty duty = (transaction, taken) -> {
            RequestLedger<S> ledger =
                    new RequestLedger<>(lifecycle, new JdbcRequestStore<>(transaction, kind, lifecycle));
            Optional<AcceptedRequest<S>> due = ledger.lockDue();
            if (due.isEmpty()) {
                return false;
            }
            taken.id = due.get().id();
            ledger.keep(due.get(), handlerIn.apply(transaction));
            HandlerTransaction.refuseHiddenFailure(transaction, kind + " " + taken.id);
            return true;
        };
        RequestKeeper keeper = new RequestKeeper(database, kind, duty, afterCommit);
        ScheduledFuture<?> unused = // ends with its worker
                keeper.worker.scheduleWithFixedDelay(keeper::keepAll, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        return keeper;
    }

    /** Does not wait for the next look. Cheap; many calls are one. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                worker.execute(this::keepAll);
            } catch (RejectedExecutionException e) {
                // Closing: it stands in the database, another instance finds it or the next start does.
                LOG.debug("Not woken", e);
            }
        }
    }

    boolean ended() {
        return worker.isShutdown();
    }

    private void keepAll() {
        woken.set(false);
        try {
            boolean more = true;
            while (more && !worker.isShutdown()) {
                more = keepNext();
            }
        } catch (Throwable e) {
            // The worker would not look again.
            LOG.warn("What is due among {} requests waits for the next look: {}", kind, e.toString());
        }
    }

    private boolean keepNext() throws Throwable {
        Taken taken = new Taken();
        try {
            boolean kept = HandlerTransaction.run(
                    database, "Looking after " + kind + " requests", transaction -> duty.doNext(transaction, taken));
            if (kept) {
                tellAfterCommit();
            }
            return kept;
        } catch (Throwable e) {
            // An Error too: it would be the first that is due at each look.
            String id = taken.id;
            if (id == null) {
                throw e;
            }
            postpone(id, e);
            return true;
        }
    }

    /** What was committed stays so, whoever fails to hear of it. */
    private void tellAfterCommit() {
        try {
            afterCommit.run();
        } catch (RuntimeException e) {
            LOG.warn("A {} request was looked after, but what was to happen after the commit failed", kind, e);
        }
    }

    private void postpone(String id, Throwable failure) throws SQLException {
        LOG.warn("Looking after {} {} failed; it is tried again after a pause", kind, id, failure);
        Transaction.<Boolean, SQLException>run(database, connection -> {
            AcceptedTable.postpone(connection, kind, id);
            return true;
        });
    }

    /** Finishes the request at hand, within 10 s. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A {} request is still being looked after", kind);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
