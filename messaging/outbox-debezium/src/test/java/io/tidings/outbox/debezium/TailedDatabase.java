package io.tidings.outbox.debezium;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A database of a test's own with an outbox, and its log. */
record TailedDatabase(PostgresServer server, String name, DataSource source) {
    private static final AtomicInteger MADE = new AtomicInteger();

    static TailedDatabase createOn(PostgresServer server) throws SQLException {
        String name = "tail_" + MADE.incrementAndGet();
        server.createDatabase(name);
        DataSource source = server.dataSource(name);
        try (Connection connection = source.getConnection()) {
            JdbcOutbox.createTables(connection);
        }
        return new TailedDatabase(server, name, source);
    }

    ReplicationAddress log() {
        return ReplicationAddress.of("127.0.0.1", server.port(), name, "postgres", "postgres");
    }

    Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    static void insert(Connection transaction, String key, String text) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(
                "INSERT INTO tidings_outbox (message_id, address, key, value, headers, slot) VALUES (?, 'notes', ?, ?, ?, 7)")) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            statement.setString(1, "id of " + text);
            statement.setBytes(2, key.getBytes(StandardCharsets.UTF_8));
            statement.setBytes(3, value);
            statement.setBytes(4, OutboxHeaders.encode(List.of(new Header("of", value))));
            statement.executeUpdate();
        }
    }

    void commit(String key, String text) throws SQLException {
        try (Connection transaction = begin()) {
            insert(transaction, key, text);
            transaction.commit();
        }
    }

    /** Messages a1, a2 and so on, each in a transaction of its own. */
    void commit(int from, int to) throws SQLException {
        for (String text : texts(from, to)) {
            commit("a", text);
        }
    }

    static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "a" + i).toList();
    }

    void run(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(String from) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(from, e);
        }
    }

    void awaitTailing() {
        Await.until(
                "it reads the log",
                () -> count("pg_stat_replication JOIN pg_stat_activity USING (pid)"
                                + " WHERE datname = current_database() AND pg_stat_replication.state = 'streaming'")
                        == 1);
    }

    void awaitEmpty() {
        Await.until("the outbox is empty", () -> count("tidings_outbox") == 0);
    }

    /** A server has few slots. */
    void dropSlot() {
        Await.until("the slot is dropped", () -> {
            run("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                    + " WHERE database = current_database() AND NOT active");
            return count("pg_replication_slots WHERE database = current_database()") == 0;
        });
    }

    /** What a busy server writes: so many segments of 16 MiB of the log. */
    void fillLog(int segments) {
        for (int i = 0; i < segments; i++) {
            run("SELECT pg_logical_emit_message(false, 'noise', 'x')");
            run("SELECT pg_switch_wal()");
        }
        run("CHECKPOINT");
    }
}
