package io.tidings.messaging.jdbc.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** What of {@code tidings_outbox} was sent and is kept for a while, in PostgreSQL's words. For relays. Stateless. */
public final class SentRows {
    /** Another relay may be at it too: each takes what the other has not. */
    private static final String PURGE = """
            DELETE FROM tidings_outbox WHERE id IN (
                SELECT id FROM tidings_outbox WHERE sent_at < clock_timestamp() - ? * interval '1 millisecond'
                ORDER BY sent_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    /**
     * Copies, with ids of their own: a relay would not look for ids that it has done with, and a log tells of insertions only.
     * Two majors of one message bear one id, and stand on two addresses.
     */
    private static final String RESEND = """
            INSERT INTO tidings_outbox (message_id, address, key, value, headers, slot)
            SELECT message_id, address, key, value, headers, slot FROM (
                SELECT DISTINCT ON (message_id, address) * FROM tidings_outbox
                WHERE sent_at IS NOT NULL AND %s
                ORDER BY message_id, address, id) AS once
            ORDER BY id
            """;

    private static final String RESEND_BETWEEN = RESEND.formatted("sent_at >= ? AND sent_at < ?");

    private static final String RESEND_THESE = RESEND.formatted("message_id = ANY (?)");

    private SentRows() {}

    /**
     * Deletes rows that were sent longer ago than that.
     *
     * @return how many
     */
    public static int purge(Connection connection, Duration retention, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setLong(1, retention.toMillis());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    static int resend(Connection connection, Instant from, Instant to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESEND_BETWEEN)) {
            statement.setObject(1, from.atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }

    static int resend(Connection connection, Collection<String> messageIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESEND_THESE)) {
            statement.setArray(1, connection.createArrayOf("text", messageIds.toArray()));
            return statement.executeUpdate();
        }
    }
}
