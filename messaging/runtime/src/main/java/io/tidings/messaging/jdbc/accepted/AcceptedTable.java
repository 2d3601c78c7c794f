package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.Lifecycle;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The tables of accepted requests, and the statements that look at many of them, in PostgreSQL's words. Stateless. */
final class AcceptedTable {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_accepted_request (
                kind        text NOT NULL,
                id          text NOT NULL,
                state       text NOT NULL,
                version     bigint NOT NULL DEFAULT 1,
                accepted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                due_at      timestamptz NOT NULL,
                ended_at    timestamptz,
                cause       text NOT NULL,
                outcome     text,
                context     bytea NOT NULL,
                -- When to look after it: when it is due while it is pending, at once while it is to be undone, else never.
                look_at     timestamptz,
                failures    int NOT NULL DEFAULT 0,
                PRIMARY KEY (kind, id)
            );
            CREATE INDEX IF NOT EXISTS tidings_accepted_request_look
                ON tidings_accepted_request (kind, look_at) WHERE look_at IS NOT NULL;
            CREATE INDEX IF NOT EXISTS tidings_accepted_request_ended
                ON tidings_accepted_request USING brin (ended_at);
            CREATE TABLE IF NOT EXISTS tidings_accepted_step (
                kind      text NOT NULL,
                id        text NOT NULL,
                number    int NOT NULL,
                name      text NOT NULL,
                context   bytea NOT NULL,
                undone_at timestamptz,
                PRIMARY KEY (kind, id, name),
                FOREIGN KEY (kind, id) REFERENCES tidings_accepted_request ON DELETE CASCADE
            );
            CREATE TABLE IF NOT EXISTS tidings_accepted_correlation (
                kind           text NOT NULL,
                correlation_id text NOT NULL,
                id             text NOT NULL,
                PRIMARY KEY (kind, correlation_id),
                FOREIGN KEY (kind, id) REFERENCES tidings_accepted_request ON DELETE CASCADE
            );
            CREATE INDEX IF NOT EXISTS tidings_accepted_correlation_request ON tidings_accepted_correlation (kind, id);
            """;

    /** What an {@link AcceptedRequest} is made of. */
    static final String COLUMNS = "id, state, version, accepted_at, due_at, ended_at, cause, outcome";

    static final int PURGE_BATCH = 5_000;

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM tidings_accepted_request WHERE kind = ? AND id = ANY (?) AND state = ANY (?)";

    /** Whoever fails is looked after later, with growing pauses; the others meanwhile. Unless another instance was quicker. */
    private static final String POSTPONE = """
            UPDATE tidings_accepted_request
            SET failures = failures + 1,
                look_at = clock_timestamp() + least(power(2, least(failures, 20)) * interval '1 second', interval '5 minutes')
            WHERE kind = ? AND id = ? AND look_at <= clock_timestamp()
            """;

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE ended_at IS NULL), count(*) FILTER (WHERE ended_at IS NULL AND due_at < clock_timestamp()),
                count(*) FILTER (WHERE ended_at IS NOT NULL), count(*) FILTER (WHERE failures > 0)
            FROM tidings_accepted_request WHERE kind = ? AND look_at IS NOT NULL
            """;

    private static final String PURGE = """
            DELETE FROM tidings_accepted_request WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM tidings_accepted_request
                WHERE kind = ? AND look_at IS NULL AND ended_at < clock_timestamp() - ? * interval '1 millisecond' LIMIT ?))
            """;

    private AcceptedTable() {}

    /** Those that this version of the program understands: one it does not must not keep it from the others. */
    static <S extends Enum<S>> Map<String, AcceptedRequest<S>> find(
            Connection connection, String kind, Lifecycle<S> lifecycle, Collection<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind);
            statement.setArray(2, texts(connection, ids));
            statement.setArray(3, texts(connection, lifecycle.names()));
            Map<String, AcceptedRequest<S>> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    AcceptedRequest<S> request = read(row, lifecycle);
                    found.put(request.id(), request);
                }
            }
            return found;
        }
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static <S extends Enum<S>> AcceptedRequest<S> read(ResultSet row, Lifecycle<S> lifecycle) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new AcceptedRequest<>(
                row.getString("id"),
                lifecycle.state(row.getString("state")),
                row.getLong("version"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("cause"),
                row.getString("outcome"));
    }

    static void postpone(Connection connection, String kind, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSTPONE)) {
            statement.setString(1, kind);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    static AcceptedCounts count(Connection connection, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, kind);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new AcceptedCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    static int purge(Connection connection, String kind, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setString(1, kind);
            statement.setLong(2, retention.toMillis());
            statement.setInt(3, PURGE_BATCH);
            return statement.executeUpdate();
        }
    }
}
