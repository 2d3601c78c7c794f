package io.tidings.messaging.jdbc.pending;

import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.pending.PendingTable.Request;
import io.tidings.messaging.jdbc.pending.PendingTable.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends requests whose deadline has passed, each in a transaction of its own, on one thread. */
public final class PendingExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PendingExpiry.class);

    /** A handler that fails for one request is asked again this much later. */
    private static final RetryPolicy RETRY =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), Integer.MAX_VALUE);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource database;
    private final String requestor;
    private final Function<Connection, PendingHandler> handlerIn;
    private final Runnable onExpiry;
    private final ScheduledThreadPoolExecutor worker;

    private PendingExpiry(
            DataSource database, String requestor, Function<Connection, PendingHandler> handlerIn, Runnable onExpiry) {
        this.database = database;
        this.requestor = requestor;
        this.handlerIn = handlerIn;
        this.onExpiry = onExpiry;
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "tidings-expiry-" + requestor);
            thread.setDaemon(true);
            return thread;
        });
    }

    static PendingExpiry start(
            DataSource database,
            String requestor,
            Function<Connection, PendingHandler> handlerIn,
            Duration interval,
            Runnable onExpiry) {
        PendingExpiry expiry = new PendingExpiry(database, requestor, handlerIn, onExpiry);
        ScheduledFuture<?> unused = // ends with its worker
                expiry.worker.scheduleWithFixedDelay(expiry::endAll, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        return expiry;
    }

    private void endAll() {
        try {
            boolean more = true;
            while (more && !worker.isShutdown()) {
                more = endNext();
            }
        } catch (Throwable e) {
            // The worker would not look again.
            LOG.warn("Requests of {} that are due wait for the next look: {}", requestor, e.toString());
        }
    }

    /** Whether there was one: there may be more. */
    private boolean endNext() throws Throwable {
        @Nullable Request[] taken = new Request[1];
        try {
            boolean ended = HandlerTransaction.run(database, "Ending a request of " + requestor, transaction -> {
                Optional<Request> due = PendingTable.lockDue(transaction, requestor);
                if (due.isEmpty()) {
                    return false;
                }
                Request request = due.get();
                taken[0] = request;
                PendingTable.settle(transaction, requestor, request.correlationId(), State.EXPIRED);
                handlerIn.apply(transaction).expired(request.context());
                HandlerTransaction.refuseHiddenFailure(transaction, "expired request " + request.correlationId());
                return true;
            });
            if (ended) {
                onExpiry.run();
            }
            return ended;
        } catch (Throwable e) {
            // An Error too: it would be the first that is due at each look.
            Request request = taken[0];
            if (request == null) {
                throw e;
            }
            postpone(request, e);
            return true;
        }
    }

    private void postpone(Request request, Throwable failure) throws SQLException {
        Duration delay = RETRY.backoff(request.failures() + 1);
        LOG.warn(
                "Request {} of {} is due, but its handler failed; it is asked again in {} ms",
                request.correlationId(),
                requestor,
                delay.toMillis(),
                failure);
        Transaction.<Integer, SQLException>run(
                database, connection -> PendingTable.postpone(connection, requestor, request.correlationId(), delay));
    }

    /** Finishes the request at hand, within 10 s. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A request of {} is still being ended", requestor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
