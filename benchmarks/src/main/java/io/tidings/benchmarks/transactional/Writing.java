package io.tidings.benchmarks.transactional;

import com.example.shop.Order;
import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Turn;
import io.tidings.benchmarks.api.PlacePublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** How many transactions a second eight writers commit: with a row of their business, and with its message beside it. */
final class Writing {

    private static final int WRITERS = 8;
    private static final String ALONE = "business row alone";

    private static final String INSERT =
            "INSERT INTO purchase (number, customer, email, status, total, placed_at) VALUES (?, ?, ?, ?, ?, ?)";

    private final Site site;
    private final Outbox outbox;

    /** A way to write. */
    private record Way(boolean message, boolean relay) {}

    Writing(Site site, Outbox outbox) {
        this.site = site;
        this.outbox = outbox;
    }

    List<String> measure(int transactions, int rounds) throws Exception {
        site.execute("""
                CREATE TABLE purchase (
                    number    bigint PRIMARY KEY,
                    customer  text NOT NULL,
                    email     text,
                    status    text NOT NULL,
                    total     numeric(12, 2),
                    placed_at timestamptz NOT NULL
                )""");
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(ALONE, new Way(false, false));
        ways.put("and outbox row", new Way(true, false));
        ways.put("and a relay works", new Way(true, true));
        Results results = new Results(WRITERS + " writers", ALONE);
        List<String> order = new ArrayList<>(ways.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                Turn turn = turn(Objects.requireNonNull(ways.get(name)), transactions);
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        return results.lines(ways.keySet());
    }

    private Turn turn(Way way, int transactions) throws Exception {
        outbox.empty();
        site.execute("TRUNCATE purchase");
        if (!way.relay()) {
            Turn turn = write(way, transactions, () -> {});
            require("purchase", transactions);
            require("tidings_outbox", way.message() ? transactions : 0);
            return turn;
        }
        try (Forwarder relay =
                Forwarders.start(Objects.requireNonNull(Forwarders.waking().get(Forwarders.WOKEN)), site, outbox)) {
            Turn turn = write(way, transactions, relay::wake);
            require("purchase", transactions);
            return turn;
        } finally {
            site.broker().empty(Site.TOPIC);
        }
    }

    private void require(String table, long rows) throws SQLException {
        long there = site.count(table);
        if (there != rows) {
            throw new IllegalStateException(table + " holds " + there + " rows, not " + rows);
        }
    }

    private Turn write(Way way, int transactions, Runnable committed) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                connections.add(site.database().getConnection());
            }
            Turn.Watch watch = Turn.start();
            List<Future<?>> writers = new ArrayList<>();
            for (Connection connection : connections) {
                writers.add(threads.submit(() -> {
                    write(connection, way, transactions, next, committed);
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            return watch.stop(transactions);
        } finally {
            threads.shutdown();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void write(Connection connection, Way way, int transactions, AtomicInteger next, Runnable committed)
            throws SQLException {
        connection.setAutoCommit(false);
        PlacePublisher publisher = outbox.publisher(connection);
        for (int number = next.getAndIncrement(); number < transactions; number = next.getAndIncrement()) {
            Order order = site.orders().order(number);
            insert(connection, number, order);
            if (way.message()) {
                var unused = publisher.publish(site.key(number), order);
            }
            connection.commit();
            committed.run();
        }
        connection.setAutoCommit(true);
    }

    private static void insert(Connection connection, int number, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, number);
            statement.setString(2, order.getConsumer().getName());
            statement.setString(3, order.getConsumer().getEmail());
            statement.setString(4, order.getStatus().name());
            statement.setBigDecimal(5, order.getTotal());
            statement.setTimestamp(6, Timestamp.from(order.getPlacedAt()));
            statement.executeUpdate();
        }
    }
}
