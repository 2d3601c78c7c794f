package io.tidings.examples.order;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.Order.Placement;
import io.tidings.examples.order.Order.State;
import io.tidings.examples.order.api.CancelTicketNotifier;
import io.tidings.examples.order.api.CreateTicketPendingRequestor;
import io.tidings.examples.order.api.CreateTicketReply;
import io.tidings.examples.order.api.OrderEventsPublisher;
import io.tidings.examples.order.events.OrderApproved;
import io.tidings.examples.order.events.OrderPlaced;
import io.tidings.examples.order.events.OrderRejected;
import io.tidings.examples.restaurant.tickets.CancelTicket;
import io.tidings.examples.restaurant.tickets.CreateTicket;
import io.tidings.examples.restaurant.tickets.TicketItem;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.AcceptedRequests;
import io.tidings.messaging.accepted.Change;
import io.tidings.messaging.accepted.Move;
import io.tidings.messaging.accepted.RequestHandler;
import io.tidings.messaging.accepted.Step;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What happens to an order, inside one transaction: each step moves the order and writes the messages that follow from it, together
 * or not at all. No step waits for another service. The kitchen's replies come here, and so does what takes too long or is to be
 * undone.
 */
final class OrderDesk implements PendingOutcome<String, CreateTicketReply>, RequestHandler<State> {

    private static final String TICKET = "ticket";

    private final Orders orders;
    private final AcceptedRequests<State> requests;
    private final PendingRequests kitchen;
    private final CreateTicketPendingRequestor<String> tickets;
    private final CancelTicketNotifier cancellations;
    private final OrderEventsPublisher events;

    OrderDesk(
            Orders orders,
            AcceptedRequests<State> requests,
            PendingRequests kitchen,
            CreateTicketPendingRequestor<String> tickets,
            MessageSink outbox) {
        this.orders = orders;
        this.requests = requests;
        this.kitchen = kitchen;
        this.tickets = tickets;
        this.cancellations = new CancelTicketNotifier(outbox);
        this.events = new OrderEventsPublisher(outbox);
    }

    /**
     * Accepts an order.
     *
     * @param body what the client asked for, to know it again if it asks twice
     */
    Change<State> place(String id, Placement placement, Duration patience, byte[] body) throws SQLException {
        Change<State> accepted = requests.accept(id, patience, body);
        if (accepted.applied()) {
            orders.insert(id, placement);
            events.publishOrderPlaced(
                    id, new OrderPlaced(id, placement.consumerId(), placement.restaurantId()), SendOptions.version(1));
        }
        return accepted;
    }

    /** The order is good as far as we know: asks the kitchen. The order stays pending until the reply has come. */
    void askKitchen(Order order, List<Line> lines, BigDecimal total, Duration patience) throws SQLException {
        if (!requests.step(order.id(), TICKET).applied()) {
            return; // It was cancelled, or took too long, before it was its turn.
        }
        orders.saveTotal(order.id(), total);
        List<TicketItem> items = lines.stream()
                .map(line -> new TicketItem(line.menuItemId(), line.quantity()))
                .toList();
        CreateTicket request = new CreateTicket(order.id(), order.restaurantId(), items);
        tickets.ask(kitchen, order.id(), request, order.id(), patience);
    }

    Change<State> reject(String id, String cause, String reason) throws SQLException {
        return tell(requests.move(id, Move.to(State.REJECTED, cause).withOutcome(reason)));
    }

    Change<State> cancel(String id, Move<State> cancellation) throws SQLException {
        return tell(requests.move(id, cancellation));
    }

    @Override
    public void replied(String id, CreateTicketReply reply) throws SQLException {
        if (reply instanceof CreateTicketReply.TicketAccepted accepted) {
            Change<State> approved = requests.move(id, Move.to(State.APPROVED, "the kitchen's reply"));
            if (approved.applied()) {
                OrderApproved event = new OrderApproved(
                        id, orders.totalOf(id), accepted.payload().getReadyAt());
                events.publishOrderApproved(
                        id, event, SendOptions.version(approved.orElseThrow().version()));
            }
        } else if (reply instanceof CreateTicketReply.TicketRejected rejected) {
            reject(id, "the kitchen's reply", rejected.payload().getReason());
        } else {
            throw new PoisonMessageException("The kitchen replied something unknown", null);
        }
    }

    @Override
    public void failed(String id, FaultReplyException fault) throws SQLException {
        reject(id, "the kitchen's reply", "the kitchen failed: " + fault.getMessage());
    }

    @Override
    public void expired(String id) throws SQLException {
        reject(id, "the kitchen's silence", "the kitchen did not answer in time");
    }

    @Override
    public void timedOut(AcceptedRequest<State> order) {
        tellRejected(order);
    }

    /** Whether the kitchen has taken the ticket, refuses it or has not even heard of it: it will not cook. */
    @Override
    public void undo(AcceptedRequest<State> order, Step step) {
        if (step.name().equals(TICKET)) {
            cancellations.send(order.id(), new CancelTicket(order.id(), reason(order)));
        }
    }

    private Change<State> tell(Change<State> change) {
        if (change.applied()) {
            tellRejected(change.orElseThrow());
        }
        return change;
    }

    private void tellRejected(AcceptedRequest<State> order) {
        events.publishOrderRejected(
                order.id(), new OrderRejected(order.id(), reason(order)), SendOptions.version(order.version()));
    }

    private static String reason(AcceptedRequest<State> order) {
        String reason = order.outcome();
        return reason == null ? "it is " + order.state() : reason;
    }
}
