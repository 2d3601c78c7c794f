package io.tidings.messaging.jdbc.pending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements on {@code tidings_pending_request}, in PostgreSQL's words. Stateless. */
final class PendingTable {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_pending_request (
                requestor      text NOT NULL,
                correlation_id text NOT NULL,
                context        bytea NOT NULL,
                state          text NOT NULL DEFAULT 'WAITING',
                asked_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
                due_at         timestamptz NOT NULL,
                failures       int NOT NULL DEFAULT 0,
                settled_at     timestamptz,
                PRIMARY KEY (requestor, correlation_id)
            );
            -- Those that wait are few among those that were settled and are remembered.
            CREATE INDEX IF NOT EXISTS tidings_pending_request_due
                ON tidings_pending_request (requestor, due_at) WHERE state = 'WAITING';
            CREATE INDEX IF NOT EXISTS tidings_pending_request_settled
                ON tidings_pending_request USING brin (settled_at);
            """;

    static final int PURGE_BATCH = 10_000;

    private static final String INSERT = """
            INSERT INTO tidings_pending_request (requestor, correlation_id, context, due_at)
            VALUES (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            """;

    /** Waits for a transaction that is just settling it. */
    private static final String LOCK = """
            SELECT correlation_id, context, state, failures FROM tidings_pending_request
            WHERE requestor = ? AND correlation_id = ? FOR UPDATE
            """;

    /** Leaves those to others that others are just settling. */
    private static final String LOCK_DUE = """
            SELECT correlation_id, context, state, failures FROM tidings_pending_request
            WHERE requestor = ? AND state = 'WAITING' AND due_at <= clock_timestamp()
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String SETTLE = """
            UPDATE tidings_pending_request SET state = ?, settled_at = clock_timestamp()
            WHERE requestor = ? AND correlation_id = ?
            """;

    private static final String POSTPONE = """
            UPDATE tidings_pending_request
            SET failures = failures + 1, due_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE requestor = ? AND correlation_id = ? AND state = 'WAITING'
            """;

    private static final String WAITING =
            "SELECT count(*) FROM tidings_pending_request WHERE requestor = ? AND state = 'WAITING'";

    private static final String PURGE = """
            DELETE FROM tidings_pending_request WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM tidings_pending_request
                WHERE requestor = ? AND state <> 'WAITING'
                AND settled_at < clock_timestamp() - ? * interval '1 millisecond' LIMIT ?))
            """;

    /** What became of a request. */
    enum State {
        WAITING,
        ANSWERED,
        EXPIRED,
        /** Answered after it had expired. */
        LATE
    }

    /** A request that is locked. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the handler, not compared
    record Request(String correlationId, byte[] context, State state, int failures) {}

    private PendingTable() {}

    static void insert(Connection connection, String requestor, String correlationId, byte[] context, Duration deadline)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, requestor);
            statement.setString(2, correlationId);
            statement.setBytes(3, context);
            statement.setLong(4, deadline.toMillis());
            statement.executeUpdate();
        }
    }

    static Optional<Request> lock(Connection connection, String requestor, String correlationId) throws SQLException {
        return first(connection, LOCK, requestor, correlationId);
    }

    static Optional<Request> lockDue(Connection connection, String requestor) throws SQLException {
        return first(connection, LOCK_DUE, requestor, null);
    }

    private static Optional<Request> first(
            Connection connection, String sql, String requestor, @Nullable String correlationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, requestor);
            if (correlationId != null) {
                statement.setString(2, correlationId);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Request(
                                row.getString(1), row.getBytes(2), State.valueOf(row.getString(3)), row.getInt(4)))
                        : Optional.empty();
            }
        }
    }

    static void settle(Connection connection, String requestor, String correlationId, State state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setString(1, state.name());
            statement.setString(2, requestor);
            statement.setString(3, correlationId);
            statement.executeUpdate();
        }
    }

    static int postpone(Connection connection, String requestor, String correlationId, Duration delay)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSTPONE)) {
            statement.setLong(1, delay.toMillis());
            statement.setString(2, requestor);
            statement.setString(3, correlationId);
            return statement.executeUpdate();
        }
    }

    static long waiting(Connection connection, String requestor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setString(1, requestor);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static int purge(Connection connection, String requestor, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setString(1, requestor);
            statement.setLong(2, retention.toMillis());
            statement.setInt(3, PURGE_BATCH);
            return statement.executeUpdate();
        }
    }
}
