package io.tidings.benchmarks.transactional;

import com.example.shop.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the receiver's messages take effect on: a row for each key. */
final class ReadModel {

    static final String DDL = """
            CREATE TABLE purchase_view (
                id       text PRIMARY KEY,
                customer text NOT NULL,
                status   text NOT NULL,
                total    numeric(12, 2)
            )""";

    private static final String CONFLICT = """
             ON CONFLICT (id) DO UPDATE
                SET customer = excluded.customer, status = excluded.status, total = excluded.total
            """;

    private static final String ONE =
            "INSERT INTO purchase_view (id, customer, status, total) VALUES (?, ?, ?, ?)" + CONFLICT;

    private static final String ALL =
            "INSERT INTO purchase_view (id, customer, status, total) SELECT * FROM unnest(?, ?, ?, ?)" + CONFLICT;

    /** An order, by its key. */
    record Entry(String key, Order order) {}

    private ReadModel() {}

    static void upsert(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setString(1, entry.key());
            statement.setString(2, entry.order().getConsumer().getName());
            statement.setString(3, entry.order().getStatus().name());
            statement.setBigDecimal(4, entry.order().getTotal());
            statement.executeUpdate();
        }
    }

    /** In one statement, which takes no row twice: the last of a key counts. */
    static void upsert(Connection connection, List<Entry> batch) throws SQLException {
        Map<String, Order> last = new LinkedHashMap<>();
        batch.forEach(entry -> last.put(entry.key(), entry.order()));
        int count = last.size();
        String[] keys = last.keySet().toArray(String[]::new);
        String[] customers = new String[count];
        String[] states = new String[count];
        Object[] totals = new Object[count];
        int i = 0;
        for (Order order : last.values()) {
            customers[i] = order.getConsumer().getName();
            states[i] = order.getStatus().name();
            totals[i++] = order.getTotal();
        }
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setArray(1, connection.createArrayOf("text", keys));
            statement.setArray(2, connection.createArrayOf("text", customers));
            statement.setArray(3, connection.createArrayOf("text", states));
            statement.setArray(4, connection.createArrayOf("numeric", totals));
            statement.executeUpdate();
        }
    }
}
