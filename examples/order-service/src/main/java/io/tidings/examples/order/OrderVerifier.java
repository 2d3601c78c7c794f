package io.tidings.examples.order;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.Verification.Verdict;
import io.tidings.examples.order.api.OrderServiceReplicas;
import io.tidings.examples.support.Database;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.StaleReplicaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies orders in the background, oldest first, against the local copies. What is to be verified stands in the database, so
 * a restart forgets nothing.
 */
final class OrderVerifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderVerifier.class);
    private static final long IDLE_MILLIS = 500;

    private final Database database;
    private final OrderDesks desks;
    private final OrderServiceReplicas replicas;
    private final Duration kitchenPatience;
    private final Runnable afterCommit;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "order-verifier"));

    OrderVerifier(
            Database database,
            OrderDesks desks,
            OrderServiceReplicas replicas,
            Duration kitchenPatience,
            Runnable afterCommit) {
        this.database = database;
        this.desks = desks;
        this.replicas = replicas;
        this.kitchenPatience = kitchenPatience;
        this.afterCommit = afterCommit;
        ScheduledFuture<?> unused = // ends with its worker
                worker.scheduleWithFixedDelay(this::verifyAll, 0, IDLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** There is something to verify: does not wait for the next look. */
    void wake() {
        try {
            worker.execute(this::verifyAll);
        } catch (RejectedExecutionException e) {
            // Stopping: the order is in the database, the next start finds it.
            LOG.debug("Not woken", e);
        }
    }

    private void verifyAll() {
        try {
            while (replicas.ready() && database.inTransaction(this::verifyNext)) {
                afterCommit.run();
            }
        } catch (SQLException | TransientMessagingException | StaleReplicaException e) {
            LOG.warn("Orders wait to be verified; the next look is in {} ms", IDLE_MILLIS, e);
        } catch (RuntimeException e) {
            // The scheduler would drop the task for good.
            LOG.error("Orders could not be verified; the next look is in {} ms", IDLE_MILLIS, e);
        }
    }

    private boolean verifyNext(Connection transaction) throws SQLException {
        Orders orders = new Orders(transaction);
        Optional<Order> next = orders.takeNextToVerify();
        if (next.isEmpty()) {
            return false;
        }
        Order order = next.get();
        List<Line> lines = orders.linesOf(order.id());
        Verdict verdict = Verification.of(
                replicas.consumerView().get(order.consumerId()).orElse(null),
                replicas.restaurantView().get(order.restaurantId()).orElse(null),
                lines);
        OrderDesk desk = desks.in(transaction);
        if (verdict.total() != null) {
            desk.askKitchen(order, lines, verdict.total(), kitchenPatience);
        } else {
            desk.reject(order.id(), "verification", String.valueOf(verdict.refusal()));
        }
        return true;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
