package io.tidings.examples.order;

import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.CreateTicketPendingRequestor;
import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import java.sql.Connection;

/** A desk for each transaction. Safe for use by several threads. */
final class OrderDesks {

    private final JdbcAcceptedRequests<State> requests;
    private final JdbcPendingRequests kitchen;
    private final JdbcOutbox outbox;
    // All that is remembered of what the kitchen was asked is the order's id: the rest stands in the order's rows.
    private final CreateTicketPendingRequestor<String> tickets = new CreateTicketPendingRequestor<>(ContextFormat.TEXT);

    OrderDesks(JdbcAcceptedRequests<State> requests, JdbcPendingRequests kitchen, JdbcOutbox outbox) {
        this.requests = requests;
        this.kitchen = kitchen;
        this.outbox = outbox;
    }

    OrderDesk in(Connection transaction) {
        return new OrderDesk(
                new Orders(transaction),
                requests.in(transaction),
                kitchen.in(transaction),
                tickets,
                outbox.in(transaction));
    }

    /** Goes on when the kitchen has answered, or has not in time. */
    PendingHandler resuming(Connection transaction) {
        return tickets.resuming(in(transaction));
    }
}
