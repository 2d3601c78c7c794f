package io.tidings.examples.courier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deliveries, inside one transaction. */
final class Deliveries {

    private final Connection transaction;

    Deliveries(Connection transaction) {
        this.transaction = transaction;
    }

    /** Whether this courier is to be asked: not if somebody was asked already. */
    boolean ask(String id, String courierId) throws SQLException {
        return change("""
                INSERT INTO delivery (state, courier_id, reason, id) VALUES ('ASKED', ?, NULL, ?)
                ON CONFLICT (id) DO UPDATE SET state = 'ASKED', courier_id = excluded.courier_id, reason = NULL
                WHERE delivery.state = 'OPEN'""", courierId, id);
    }

    /** Whether the delivery waits for a courier: not if somebody was asked meanwhile. */
    boolean leaveOpen(String id, String reason) throws SQLException {
        return change("""
                INSERT INTO delivery (state, reason, id) VALUES ('OPEN', ?, ?)
                ON CONFLICT (id) DO UPDATE SET reason = excluded.reason WHERE delivery.state = 'OPEN'""", reason, id);
    }

    void take(String id) throws SQLException {
        change("UPDATE delivery SET state = 'TAKEN' WHERE id = ?", id);
    }

    void reopen(String id, String reason) throws SQLException {
        change("UPDATE delivery SET state = 'OPEN', courier_id = NULL, reason = ? WHERE id = ?", reason, id);
    }

    /** Whether this courier has the delivery, or is asked to take it. */
    boolean isWith(String id, String courierId) throws SQLException {
        return find(id).map(delivery -> courierId.equals(delivery.courierId())).orElse(false);
    }

    Optional<Delivery> find(String id) throws SQLException {
        try (PreparedStatement query =
                transaction.prepareStatement("SELECT state, courier_id, reason FROM delivery WHERE id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Delivery(id, row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    private boolean change(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * A delivery.
     *
     * @param courierId who has it or is asked to take it; null if nobody
     * @param reason why nobody has it
     */
    record Delivery(
            String id,
            String state,
            @Nullable String courierId,
            @Nullable String reason) {}
}
