package io.tidings.examples.order;

import io.tidings.examples.order.Order.Line;
import io.tidings.examples.order.Order.Placement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders' tables, inside one transaction. */
final class Orders {

    private final Connection transaction;

    Orders(Connection transaction) {
        this.transaction = transaction;
    }

    void insert(String id, Placement placement) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("""
                INSERT INTO placed_order (id, consumer_id, restaurant_id) VALUES (?, ?, ?)""")) {
            insert.setString(1, id);
            insert.setString(2, placement.consumerId());
            insert.setString(3, placement.restaurantId());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(
                "INSERT INTO order_line (order_id, menu_item_id, quantity) VALUES (?, ?, ?)")) {
            for (Line line : placement.lines()) {
                insert.setString(1, id);
                insert.setString(2, line.menuItemId());
                insert.setInt(3, line.quantity());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<Order> find(String id) throws SQLException {
        return first("SELECT * FROM placed_order WHERE id = ?", id);
    }

    /** The oldest order that nobody has verified yet, which is verified by this; another instance finds the next one. */
    Optional<Order> takeNextToVerify() throws SQLException {
        return first("""
                UPDATE placed_order SET verified = true WHERE id = (
                    SELECT id FROM placed_order WHERE NOT verified ORDER BY placed_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *""", null);
    }

    List<Line> linesOf(String id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(
                "SELECT menu_item_id, quantity FROM order_line WHERE order_id = ? ORDER BY menu_item_id")) {
            query.setString(1, id);
            List<Line> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getString(1), rows.getInt(2)));
                }
            }
            return lines;
        }
    }

    void saveTotal(String id, BigDecimal total) throws SQLException {
        try (PreparedStatement update =
                transaction.prepareStatement("UPDATE placed_order SET total = ? WHERE id = ?")) {
            update.setBigDecimal(1, total);
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    BigDecimal totalOf(String id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement("SELECT total FROM placed_order WHERE id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }

    private Optional<Order> first(String sql, @Nullable String id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            if (id != null) {
                query.setString(1, id);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Order(
                                row.getString("id"), row.getString("consumer_id"), row.getString("restaurant_id")))
                        : Optional.empty();
            }
        }
    }
}
