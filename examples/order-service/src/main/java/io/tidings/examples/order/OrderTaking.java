package io.tidings.examples.order;

import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.CreateTicketReplySubscriber;
import io.tidings.examples.support.Database;
import io.tidings.examples.support.Periodically;
import io.tidings.examples.support.Resources;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.accepted.RequestWatch;
import io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/**
 * What sees orders through from PENDING to their end, whatever verifies them: the kitchen's replies, what takes too long, what is to
 * be undone, and those who wait for it.
 *
 * @param afterCommit see {@link #committed}
 */
record OrderTaking(
        OrderDesks desks, JdbcAcceptedRequests<State> requests, RequestWatch<State> watch, Runnable afterCommit) {

    /** How much later than its deadline an order ends at most, and how much later one learns here what another instance did. */
    private static final Duration OFTEN = Duration.ofMillis(250);

    private static final Duration REMEMBERED = Duration.ofDays(90);

    static OrderTaking open(
            Resources resources,
            Database database,
            Transport transport,
            MessageCodec codec,
            Function<String, TransactionalSink> sinks)
            throws SQLException, IOException {
        database.createTables(OrderTaking.class, "tables.sql");
        database.inTransaction(connection -> {
            JdbcOutbox.createTables(connection);
            JdbcPendingRequests.createTables(connection);
            JdbcAcceptedRequests.createTables(connection);
            return connection;
        });
        JdbcOutbox outbox = new JdbcOutbox(codec);
        PollingRelay relay =
                resources.keep(PollingRelay.start(database.dataSource(), sinks, RelayOptions.named("order-service")));

        JdbcAcceptedRequests<State> requests =
                new JdbcAcceptedRequests<>(database.dataSource(), "order", State.LIFECYCLE);
        JdbcPendingRequests kitchen = new JdbcPendingRequests(database.dataSource(), outbox, "create-ticket");
        OrderDesks desks = new OrderDesks(requests, kitchen, outbox);
        RequestWatch<State> watch = resources.keep(requests.watching(OFTEN));
        resources.keep(requests.keeping(desks::in, OFTEN, relay::wake));
        OrderTaking taking = new OrderTaking(desks, requests, watch, () -> {
            relay.wake();
            requests.wake();
        });

        MessageHandler<String> replies = kitchen.replies(desks::resuming);
        resources.keep(CreateTicketReplySubscriber.subscribe(transport, CreateTicketReplySubscriber.GROUP, reply -> {
            replies.handle(reply);
            taking.committed();
        }));
        resources.keep(kitchen.expiring(desks::resuming, OFTEN));
        // What is delivered, or asked by a client, once more within that time is known for what it is.
        resources.keep(Periodically.every(Duration.ofHours(1), () -> {
            kitchen.purge(REMEMBERED);
            requests.purge(REMEMBERED);
        }));
        return taking;
    }

    /** Is called after each commit: messages are sent, and those who wait are told, at once. */
    void committed() {
        afterCommit.run();
    }
}
