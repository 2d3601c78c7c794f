package io.tidings.messaging.jdbc.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code tidings_sequence}, in PostgreSQL's words. Stateless. */
final class SequenceTable {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_sequence (
                consumer   text NOT NULL,
                source     text NOT NULL,
                key        text NOT NULL,
                version    bigint NOT NULL,
                gone       boolean NOT NULL DEFAULT false,
                changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (consumer, source, key)
            );
            CREATE INDEX IF NOT EXISTS tidings_sequence_gone ON tidings_sequence (consumer, changed_at) WHERE gone;
            """;

    private static final String RAISE_ONE = """
            INSERT INTO tidings_sequence (consumer, source, key, version, gone) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (consumer, source, key) DO UPDATE
                SET version = excluded.version, gone = excluded.gone, changed_at = clock_timestamp()
                WHERE tidings_sequence.version < excluded.version
            """;

    private static final String RAISE = """
            INSERT INTO tidings_sequence (consumer, source, key, version, gone)
                SELECT ?, source, key, version, gone FROM unnest(?, ?, ?, ?) AS raised (source, key, version, gone)
                ORDER BY source, key
            ON CONFLICT (consumer, source, key) DO UPDATE
                SET version = excluded.version, gone = excluded.gone, changed_at = clock_timestamp()
                WHERE tidings_sequence.version < excluded.version
            """;

    /** In order, so that two batches never wait for each other. */
    private static final String LOCK = """
            SELECT source, key, version FROM tidings_sequence
            WHERE consumer = ? AND (source, key) IN (SELECT * FROM unnest(?, ?))
            ORDER BY source, key FOR UPDATE
            """;

    private static final String LOCK_ONE =
            "SELECT version FROM tidings_sequence WHERE consumer = ? AND source = ? AND key = ? FOR UPDATE";

    private static final String PURGE = """
            DELETE FROM tidings_sequence WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM tidings_sequence
                WHERE consumer = ? AND gone AND changed_at < statement_timestamp() - ? * interval '1 millisecond'
                ORDER BY changed_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """;

    /** Whose versions are in sequence. */
    record Line(String source, String key) {}

    /** A version of it; gone, if it tells that there is nothing any more. */
    record State(long version, boolean gone) {}

    private SequenceTable() {}

    /** Whether the version is newer than what is known; then it is what is known. */
    static boolean raise(Connection connection, String consumer, Line line, State state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RAISE_ONE)) {
            statement.setString(1, consumer);
            statement.setString(2, line.source());
            statement.setString(3, line.key());
            statement.setLong(4, state.version());
            statement.setBoolean(5, state.gone());
            return statement.executeUpdate() == 1;
        }
    }

    /** The same for several; returns for how many it is. */
    static int raise(Connection connection, String consumer, Map<Line, State> states) throws SQLException {
        List<Line> lines = new ArrayList<>(states.keySet());
        List<State> raised = lines.stream().map(states::get).toList();
        Array sources = sources(connection, lines);
        Array keys = keys(connection, lines);
        Array versions = connection.createArrayOf(
                "bigint", raised.stream().map(State::version).toArray());
        Array gone = connection.createArrayOf(
                "boolean", raised.stream().map(State::gone).toArray());
        try (PreparedStatement statement = connection.prepareStatement(RAISE)) {
            statement.setString(1, consumer);
            statement.setArray(2, sources);
            statement.setArray(3, keys);
            statement.setArray(4, versions);
            statement.setArray(5, gone);
            return statement.executeUpdate();
        }
    }

    /** What is known of one, which nobody else changes before the transaction ends; another is told where nothing is known. */
    static long lockOne(Connection connection, String consumer, Line line, long otherwise) throws SQLException {
        boolean unused = raise(connection, consumer, line, new State(otherwise, false));
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ONE)) {
            statement.setString(1, consumer);
            statement.setString(2, line.source());
            statement.setString(3, line.key());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : otherwise;
            }
        }
    }

    /** What is known of these, which nobody else changes before the transaction ends. */
    static Map<Line, Long> lock(Connection connection, String consumer, List<Line> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, consumer);
            statement.setArray(2, sources(connection, lines));
            statement.setArray(3, keys(connection, lines));
            Map<Line, Long> known = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(new Line(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
            return known;
        }
    }

    private static Array sources(Connection connection, List<Line> lines) throws SQLException {
        return connection.createArrayOf("text", lines.stream().map(Line::source).toArray());
    }

    private static Array keys(Connection connection, List<Line> lines) throws SQLException {
        return connection.createArrayOf("text", lines.stream().map(Line::key).toArray());
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
