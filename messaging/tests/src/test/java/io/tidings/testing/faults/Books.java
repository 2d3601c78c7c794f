package io.tidings.testing.faults;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the shop, and what is written there about deliveries: who was handed which message, and when he was done. */
final class Books {
    private static final String DDL = """
            CREATE TABLE account (key text PRIMARY KEY, last bigint NOT NULL);
            CREATE TABLE effect (seq bigserial PRIMARY KEY, key text NOT NULL, number bigint NOT NULL, id text NOT NULL);
            CREATE TABLE pending (id text PRIMARY KEY, answers int NOT NULL DEFAULT 0);
            CREATE TABLE resumed (seq bigserial PRIMARY KEY, id text NOT NULL);
            CREATE TABLE delivery (seq bigserial PRIMARY KEY, stream text NOT NULL, place text NOT NULL, life text NOT NULL,
                share int NOT NULL, done boolean NOT NULL DEFAULT false);
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Books.class);

    private final DataSource database;

    Books(DataSource database) {
        this.database = database;
    }

    void open() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DDL);
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
        }
    }

    /**
     * A handler whose deliveries are written down, past every fault: with connections of its own.
     *
     * @param share how often the share of whoever receives was rearranged: only then, or in another life, may a message come
     *     again that was done
     */
    <K> MessageHandler<K> recording(String stream, String life, Supplier<Integer> share, MessageHandler<K> handler) {
        return message -> {
            long delivery = begun(stream, life, share.get(), message);
            handler.handle(message);
            done(delivery);
        };
    }

    private long begun(String stream, String life, int share, Received<?, ?> message) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO delivery (stream, place, life, share) VALUES (?, ?, ?, ?) RETURNING seq")) {
            insert.setString(1, stream);
            insert.setString(
                    2, message.origin().partition() + "@" + message.origin().offset());
            insert.setString(3, life);
            insert.setInt(4, share);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Not a reason to handle the message again: where the database is killed, this may fail though it was written. */
    private void done(long delivery) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE delivery SET done = true WHERE seq = ?")) {
            update.setLong(1, delivery);
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.debug("Not written down: delivery {} is done", delivery, e);
        }
    }
}
