package io.tidings.examples.order;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.Order.Placement;
import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.CancelTicketNotifier;
import io.tidings.examples.order.api.CreateTicketReply;
import io.tidings.examples.order.api.CreateTicketReplyHandler;
import io.tidings.examples.order.api.CreateTicketRequestor;
import io.tidings.examples.order.api.OrderEventsPublisher;
import io.tidings.examples.order.events.OrderApproved;
import io.tidings.examples.order.events.OrderPlaced;
import io.tidings.examples.order.events.OrderRejected;
import io.tidings.examples.restaurant.tickets.CancelTicket;
import io.tidings.examples.restaurant.tickets.CreateTicket;
import io.tidings.examples.restaurant.tickets.TicketAccepted;
import io.tidings.examples.restaurant.tickets.TicketItem;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happens to an order, inside one transaction: each step changes the order and writes the messages that follow from it,
 * together or not at all. No step waits for another service.
 */
final class OrderDesk {

    private final Orders orders;
    private final MessageSink outbox;
    private final OrderEventsPublisher events;

    OrderDesk(Connection transaction, MessageSink outbox) {
        this.orders = new Orders(transaction);
        this.outbox = outbox;
        this.events = new OrderEventsPublisher(outbox);
    }

    void place(String id, Placement placement) throws SQLException {
        orders.insert(id, placement);
        events.publishOrderPlaced(
                id, new OrderPlaced(id, placement.consumerId(), placement.restaurantId()), SendOptions.version(1));
    }

    /** The order is good as far as we know: asks the kitchen. The order stays pending until the reply has come. */
    void askKitchen(Order order, List<Line> lines, BigDecimal total) throws SQLException {
        orders.markVerified(order.id(), total);
        List<TicketItem> items = lines.stream()
                .map(line -> new TicketItem(line.menuItemId(), line.quantity()))
                .toList();
        CreateTicketRequestor.ask(
                outbox,
                order.id(),
                new CreateTicket(order.id(), order.restaurantId(), items),
                SendOptions.NONE.withCorrelationId(order.id()));
    }

    void reject(String id, String reason) throws SQLException {
        OptionalLong version = orders.end(id, State.REJECTED, reason);
        if (version.isPresent()) {
            events.publishOrderRejected(id, new OrderRejected(id, reason), SendOptions.version(version.getAsLong()));
        }
    }

    /** Returns whether the order was pending: what has ended stays as it is. */
    boolean cancel(String id) throws SQLException {
        String reason = "the consumer cancelled it";
        OptionalLong version = orders.end(id, State.CANCELLED, reason);
        if (version.isEmpty()) {
            return false;
        }
        new CancelTicketNotifier(outbox).send(id, new CancelTicket(id, reason));
        events.publishOrderRejected(id, new OrderRejected(id, reason), SendOptions.version(version.getAsLong()));
        return true;
    }

    /** Takes the kitchen's replies. */
    CreateTicketReplyHandler replies() {
        return reply -> {
            String id = reply.metadata().correlationId();
            if (id == null) {
                throw new PoisonMessageException("This reply does not say which order it is about", null);
            }
            if (reply.payload() instanceof CreateTicketReply.TicketAccepted accepted) {
                approve(id, accepted.payload());
            } else if (reply.payload() instanceof CreateTicketReply.TicketRejected rejected) {
                reject(id, rejected.payload().getReason());
            } else {
                throw new PoisonMessageException("The kitchen replied something unknown", null);
            }
        };
    }

    private void approve(String id, TicketAccepted accepted) throws SQLException {
        BigDecimal total = orders.totalOf(id);
        OptionalLong version = orders.end(id, State.APPROVED, null);
        if (version.isPresent()) {
            events.publishOrderApproved(
                    id, new OrderApproved(id, total, accepted.getReadyAt()), SendOptions.version(version.getAsLong()));
        }
    }
}
