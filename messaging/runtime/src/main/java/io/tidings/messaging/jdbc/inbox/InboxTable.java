package io.tidings.messaging.jdbc.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** The statements on {@code tidings_inbox}, in PostgreSQL's words. Stateless. */
final class InboxTable {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_inbox (
                consumer    text NOT NULL,
                source      text NOT NULL,
                message_id  text NOT NULL,
                received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (consumer, source, message_id)
            );
            -- Rows lie in the order of their time, so the smallest kind of index is enough for purging.
            CREATE INDEX IF NOT EXISTS tidings_inbox_received ON tidings_inbox USING brin (received_at);
            """;

    /** One transaction's share of purging, so that none is long. */
    static final int PURGE_BATCH = 10_000;

    /** Catching the duplicate key instead would abort the transaction on PostgreSQL. */
    private static final String INSERT =
            "INSERT INTO tidings_inbox (consumer, source, message_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String PURGE = """
            DELETE FROM tidings_inbox WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM tidings_inbox
                WHERE consumer = ? AND received_at < clock_timestamp() - ? * interval '1 millisecond' LIMIT ?))
            """;

    private InboxTable() {}

    /** Says whether it was not there; waits for a transaction that is just inserting it. */
    static boolean insert(Connection connection, String consumer, String source, String messageId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, consumer);
            statement.setString(2, source);
            statement.setString(3, messageId);
            return statement.executeUpdate() == 1;
        }
    }

    static int purge(Connection connection, String consumer, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setString(1, consumer);
            statement.setLong(2, retention.toMillis());
            statement.setInt(3, PURGE_BATCH);
            return statement.executeUpdate();
        }
    }
}
