package io.tidings.examples.order;

import io.tidings.examples.order.Order.Placement;
import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.OrderServiceReplicas;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Request;
import io.tidings.messaging.MessageSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The order service over HTTP. No request waits for another service, not even for the broker. */
final class OrderApi {

    private final Database database;
    private final Function<Connection, MessageSink> outbox;
    private final OrderServiceReplicas replicas;
    private final Runnable afterCommit;

    OrderApi(
            Database database,
            Function<Connection, MessageSink> outbox,
            OrderServiceReplicas replicas,
            Runnable afterCommit) {
        this.database = database;
        this.outbox = outbox;
        this.replicas = replicas;
        this.afterCommit = afterCommit;
    }

    /** {@code POST /orders}, {@code GET /orders/ID}, {@code DELETE /orders/ID}. */
    Answer orders(Request request) throws SQLException {
        return switch (request.method()) {
            case "POST" -> place(request.as(Placement.class));
            case "GET" -> find(request.path());
            case "DELETE" -> cancel(request.path());
            default -> Answer.notAllowed();
        };
    }

    /** {@code GET /replicas}: what is known of others here. */
    Answer replicas(Request request) {
        return replicas.ready()
                ? Answer.ok(Map.of(
                        "ready", true,
                        "consumers", replicas.consumerView().size(),
                        "restaurants", replicas.restaurantView().size()))
                : new Answer(503, Map.of("ready", false));
    }

    private Answer place(Placement placement) throws SQLException {
        String id = UUID.randomUUID().toString();
        database.inTransaction(transaction -> {
            new OrderDesk(transaction, outbox.apply(transaction)).place(id, placement);
            return id;
        });
        afterCommit.run();
        return new Answer(202, new Order(id, placement.consumerId(), placement.restaurantId(), State.PENDING, null));
    }

    private Answer find(String id) throws SQLException {
        Optional<Order> order = database.inTransaction(transaction -> new Orders(transaction).find(id));
        return order.map(Answer::ok).orElseGet(Answer::notFound);
    }

    private Answer cancel(String id) throws SQLException {
        boolean cancelled =
                database.inTransaction(transaction -> new OrderDesk(transaction, outbox.apply(transaction)).cancel(id));
        afterCommit.run();
        return cancelled ? find(id) : new Answer(409, Map.of("problem", "There is no pending order " + id));
    }
}
