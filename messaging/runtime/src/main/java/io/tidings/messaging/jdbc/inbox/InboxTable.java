package io.tidings.messaging.jdbc.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            -- A block range index would be smaller, but its ranges never shrink: once rows fill the room of purged ones,
            -- each purge would read the whole table.
            CREATE INDEX IF NOT EXISTS tidings_inbox_age ON tidings_inbox (consumer, received_at);
            """;

    /** One transaction's share of purging, so that none is long. */
    /**
     * Catching the duplicate key instead would abort the transaction. One that is just inserting the same is waited for, so long
     * and no longer; all three statements go to the server at once. In order, so that two batches never wait for each other.
     */
    private static final String INSERT = """
            SELECT set_config('tidings.lock_timeout', current_setting('lock_timeout'), true),
                set_config('lock_timeout', CASE current_setting('lock_timeout') WHEN '0' THEN ?
                    ELSE current_setting('lock_timeout') END, true);
            INSERT INTO tidings_inbox (consumer, source, message_id)
                SELECT ?, source, id FROM unnest(?, ?) AS arrived (source, id) ORDER BY source, id
                ON CONFLICT DO NOTHING RETURNING source, message_id, pg_current_xact_id()::text;
            SELECT set_config('lock_timeout', current_setting('tidings.lock_timeout'), true)
            """;

    /** By a time that does not change within the statement: for another one PostgreSQL uses no index. */
    private static final String PURGE = """
            DELETE FROM tidings_inbox WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM tidings_inbox
                WHERE consumer = ? AND received_at < statement_timestamp() - ? * interval '1 millisecond'
                ORDER BY received_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """;

    /**
     * What was not there before.
     *
     * @param transaction as PostgreSQL calls it; empty if nothing was inserted
     */
    record Inserted(Set<InboxKey> keys, String transaction) {}

    private InboxTable() {}

    /** Inserts those that are not there; waits for a transaction that is just inserting one of them. */
    static Inserted insert(Connection connection, String consumer, Collection<InboxKey> keys, Duration longest)
            throws SQLException {
        List<InboxKey> all = List.copyOf(keys);
        Array sources = connection.createArrayOf(
                "text", all.stream().map(InboxKey::source).toArray());
        Array ids =
                connection.createArrayOf("text", all.stream().map(InboxKey::id).toArray());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, Long.toString(longest.toMillis()));
            statement.setString(2, consumer);
            statement.setArray(3, sources);
            statement.setArray(4, ids);
            statement.execute();
            statement.getMoreResults();
            return inserted(statement);
        } finally {
            sources.free();
            ids.free();
        }
    }

    private static Inserted inserted(PreparedStatement statement) throws SQLException {
        Set<InboxKey> keys = new HashSet<>();
        String transaction = "";
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                keys.add(new InboxKey(rows.getString(1), rows.getString(2)));
                transaction = rows.getString(3);
            }
        }
        return new Inserted(keys, transaction);
    }

    static int purge(Connection connection, String consumer, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setString(1, consumer);
            statement.setLong(2, retention.toMillis());
            statement.setInt(3, InboxPurge.BATCH);
            return statement.executeUpdate();
        }
    }
}
