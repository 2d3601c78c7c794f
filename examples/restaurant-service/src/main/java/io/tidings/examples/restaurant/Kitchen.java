package io.tidings.examples.restaurant;

import io.tidings.examples.restaurant.api.CancelTicketHandler;
import io.tidings.examples.restaurant.api.CreateTicketHandler;
import io.tidings.examples.restaurant.api.CreateTicketReply;
import io.tidings.examples.restaurant.tickets.CancelTicket;
import io.tidings.examples.restaurant.tickets.CreateTicket;
import io.tidings.examples.restaurant.tickets.TicketAccepted;
import io.tidings.examples.restaurant.tickets.TicketItem;
import io.tidings.examples.restaurant.tickets.TicketRejected;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tickets a kitchen takes, inside the transaction that also records that the command was seen and writes the
 * reply. The two commands travel on channels of their own, so a cancellation may come before the ticket: it leaves a mark.
 */
final class Kitchen {

    /** As many dishes as a kitchen takes on with one ticket. */
    static final int CAPACITY = 20;

    private static final Duration COOKING = Duration.ofMinutes(25);

    private final Connection transaction;
    private final Clock clock;

    Kitchen(Connection transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    CreateTicketHandler creating() {
        return this::create;
    }

    CancelTicketHandler cancelling() {
        return this::cancel;
    }

    /** What the kitchen has made of an order; empty if it knows nothing of it. */
    Optional<String> stateOf(String orderId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement("SELECT state FROM ticket WHERE order_id = ?")) {
            query.setString(1, orderId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private CreateTicketReply create(Received<String, CreateTicket> request) throws SQLException {
        CreateTicket command = required(request);
        String refusal = refusal(command);
        if (refusal != null) {
            return rejected(command, refusal);
        }
        insert(command, clock.instant().plus(COOKING).truncatedTo(ChronoUnit.MILLIS));
        // What stands there now decides: asked twice, the kitchen answers twice the same.
        Instant readyAt = readyAt(command.getOrderId());
        return readyAt == null
                ? rejected(command, "the order was cancelled")
                : new CreateTicketReply.TicketAccepted(new TicketAccepted(command.getOrderId(), readyAt));
    }

    private @Nullable String refusal(CreateTicket command) throws SQLException {
        int dishes =
                command.getItems().stream().mapToInt(TicketItem::getQuantity).sum();
        if (dishes > CAPACITY) {
            return "the kitchen cooks " + CAPACITY + " dishes at most, not " + dishes;
        }
        try (PreparedStatement query = transaction.prepareStatement("SELECT open FROM restaurant WHERE id = ?")) {
            query.setString(1, command.getRestaurantId());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return "there is no restaurant " + command.getRestaurantId();
                }
                return row.getBoolean(1) ? null : "the restaurant has closed";
            }
        }
    }

    private static CreateTicketReply rejected(CreateTicket command, String reason) {
        return new CreateTicketReply.TicketRejected(new TicketRejected(command.getOrderId(), reason));
    }

    private void insert(CreateTicket command, Instant readyAt) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("""
                INSERT INTO ticket (order_id, restaurant_id, state, ready_at) VALUES (?, ?, 'ACCEPTED', ?)
                ON CONFLICT (order_id) DO NOTHING""")) {
            insert.setString(1, command.getOrderId());
            insert.setString(2, command.getRestaurantId());
            insert.setTimestamp(3, Timestamp.from(readyAt));
            insert.executeUpdate();
        }
    }

    /** When the order's ticket is ready; null if it was cancelled. */
    private @Nullable Instant readyAt(String orderId) throws SQLException {
        try (PreparedStatement query =
                transaction.prepareStatement("SELECT ready_at FROM ticket WHERE order_id = ? AND state = 'ACCEPTED'")) {
            query.setString(1, orderId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getTimestamp(1).toInstant() : null;
            }
        }
    }

    private void cancel(Received<String, CancelTicket> message) throws SQLException {
        try (PreparedStatement upsert = transaction.prepareStatement("""
                INSERT INTO ticket (order_id, state) VALUES (?, 'CANCELLED')
                ON CONFLICT (order_id) DO UPDATE SET state = 'CANCELLED'""")) {
            upsert.setString(1, required(message).getOrderId());
            upsert.executeUpdate();
        }
    }

    private static <V> V required(Received<String, V> message) {
        V payload = message.payload();
        if (payload == null) {
            throw new PoisonMessageException("A command without a payload says nothing", null);
        }
        return payload;
    }
}
