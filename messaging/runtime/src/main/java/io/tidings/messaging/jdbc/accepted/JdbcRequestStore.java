package io.tidings.messaging.jdbc.accepted;

import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.Lifecycle;
import io.tidings.messaging.accepted.Move;
import io.tidings.messaging.accepted.RequestStore;
import io.tidings.messaging.accepted.Step;
import io.tidings.messaging.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of one kind on one connection, which is in a transaction. Belongs to its thread. */
final class JdbcRequestStore<S extends Enum<S>> implements RequestStore<S> {
    private static final String WHERE = " WHERE kind = ? AND id = ?";
    private static final String SELECT = "SELECT " + AcceptedTable.COLUMNS + " FROM tidings_accepted_request";

    private static final String INSERT = """
            INSERT INTO tidings_accepted_request (kind, id, state, due_at, look_at, cause, context)
            SELECT ?, ?, ?, due.at, due.at, ?, ? FROM (SELECT clock_timestamp() + ? * interval '1 millisecond' AS at) due
            ON CONFLICT DO NOTHING RETURNING\s""" + AcceptedTable.COLUMNS;

    /** Leaves those to others that others are just looking after, or moving, or that only a newer program understands. */
    private static final String LOCK_DUE = SELECT
            + " WHERE kind = ? AND look_at <= clock_timestamp() AND state = ANY (?) ORDER BY look_at LIMIT 1"
            + " FOR UPDATE SKIP LOCKED";

    /** Parameters: state, cause, outcome, patience (null for the old deadline), whether it ends, whether to undo. */
    private static final String UPDATE = """
            UPDATE tidings_accepted_request r
            SET state = n.state, version = r.version + 1, cause = n.cause, outcome = coalesce(n.outcome, r.outcome), failures = 0,
                due_at = n.due, ended_at = CASE WHEN n.ends THEN n.now END,
                look_at = CASE WHEN NOT n.ends THEN n.due WHEN n.undo THEN n.now END
            FROM (SELECT ?::text AS state, ?::text AS cause, ?::text AS outcome, ?::boolean AS ends, ?::boolean AS undo,
                    clock_timestamp() AS now, coalesce(clock_timestamp() + ?::bigint * interval '1 millisecond', old.due_at) AS due
                FROM tidings_accepted_request old WHERE old.kind = ? AND old.id = ?) n
            WHERE r.kind = ? AND r.id = ?
            RETURNING r.id, r.state, r.version, r.accepted_at, r.due_at, r.ended_at, r.cause, r.outcome
            """;

    private static final String MARK_UNDONE =
            "UPDATE tidings_accepted_step SET undone_at = clock_timestamp()" + WHERE + " AND number = ?";

    private static final String INSERT_STEP = """
            INSERT INTO tidings_accepted_step (kind, id, number, name, context)
            SELECT ?, ?, 1 + (SELECT count(*) FROM tidings_accepted_step WHERE kind = ? AND id = ?), ?, ?
            ON CONFLICT (kind, id, name) DO NOTHING
            """;

    private static final String LAST_STEP = "SELECT number, name, context FROM tidings_accepted_step" + WHERE
            + " AND undone_at IS NULL ORDER BY number DESC LIMIT 1";

    private static final String CORRELATE = """
            INSERT INTO tidings_accepted_correlation (kind, id, correlation_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";

    private final Connection transaction;
    private final String kind;
    private final Lifecycle<S> lifecycle;

    JdbcRequestStore(Connection transaction, String kind, Lifecycle<S> lifecycle) {
        this.transaction = transaction;
        this.kind = kind;
        this.lifecycle = lifecycle;
    }

    @Override
    public Optional<AcceptedRequest<S>> insert(String id, S initial, Duration patience, byte[] context) {
        return doing("Accepting", id, () -> {
            requireTransaction();
            return request(INSERT, kind, id, initial.name(), AcceptedRequest.ACCEPTED, context, patience.toMillis());
        });
    }

    @Override
    public Optional<AcceptedRequest<S>> lock(String id) {
        return doing("Locking", id, () -> {
            requireTransaction();
            return request(SELECT + WHERE + " FOR UPDATE", kind, id);
        });
    }

    @Override
    public Optional<AcceptedRequest<S>> find(String id) {
        return doing("Finding", id, () -> request(SELECT + WHERE, kind, id));
    }

    @Override
    public Optional<byte[]> context(String id) {
        return doing(
                "Finding",
                id,
                () -> first("SELECT context FROM tidings_accepted_request" + WHERE, row -> row.getBytes(1), kind, id));
    }

    @Override
    public Optional<AcceptedRequest<S>> lockDue() {
        return doing(
                "Looking for what is due among",
                "those",
                () -> request(LOCK_DUE, kind, AcceptedTable.texts(transaction, lifecycle.names())));
    }

    @Override
    public AcceptedRequest<S> update(String id, Move<S> move, boolean ends, boolean undo) {
        Duration patience = move.patience();
        Long millis = patience == null ? null : patience.toMillis();
        return doing(
                        "Moving",
                        id,
                        () -> request(
                                UPDATE,
                                move.to().name(),
                                move.cause(),
                                move.outcome(),
                                ends,
                                undo,
                                millis,
                                kind,
                                id,
                                kind,
                                id))
                .orElseThrow(() -> new IllegalStateException("Request " + id + " was locked, and is gone"));
    }

    @Override
    public void settle(String id) {
        execute("Settling", id, "UPDATE tidings_accepted_request SET look_at = NULL, failures = 0" + WHERE, kind, id);
    }

    @Override
    public boolean insertStep(String id, String name, byte[] context) {
        return execute("Recording a step of", id, INSERT_STEP, kind, id, kind, id, name, context) == 1;
    }

    @Override
    public Optional<Step> lastStep(String id) {
        return doing(
                "Looking for steps of",
                id,
                () -> first(LAST_STEP, row -> new Step(row.getInt(1), row.getString(2), row.getBytes(3)), kind, id));
    }

    @Override
    public void markUndone(String id, int step) {
        execute("Undoing a step of", id, MARK_UNDONE, kind, id, step);
    }

    @Override
    public boolean insertCorrelation(String id, String correlationId) {
        return execute("Correlating", id, CORRELATE, kind, id, correlationId) == 1;
    }

    @Override
    public Optional<String> correlated(String correlationId) {
        return doing(
                "Looking for what is correlated with",
                correlationId,
                () -> first(
                        "SELECT id FROM tidings_accepted_correlation WHERE kind = ? AND correlation_id = ?",
                        row -> row.getString(1),
                        kind,
                        correlationId));
    }

    private void requireTransaction() throws SQLException {
        if (transaction.getAutoCommit()) {
            throw new IllegalStateException(
                    "An accepted request needs a transaction, but this connection commits by itself:"
                            + " call setAutoCommit(false) before, and commit() after all that belongs to the request");
        }
    }

    private Optional<AcceptedRequest<S>> request(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> AcceptedTable.read(row, lifecycle), values);
    }

    private int execute(String what, String id, String sql, @Nullable Object... values) {
        return doing(what, id, () -> {
            try (PreparedStatement statement = prepare(sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private <T> Optional<T> first(String sql, Row<T> reading, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reading.read(row)) : Optional.empty();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = transaction.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private <T> T doing(String what, String id, Statement<T> statement) {
        try {
            return statement.run();
        } catch (SQLException e) {
            throw SqlFailures.translate(what + " " + kind + " " + id, e);
        }
    }

    private interface Statement<T> {
        T run() throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
