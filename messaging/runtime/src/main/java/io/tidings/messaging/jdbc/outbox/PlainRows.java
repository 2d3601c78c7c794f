package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code tidings_outbox} in SQL that MariaDB and H2 share: what waits, and what becomes of it. For relays of one shard. Stateless
 * but for its dialect.
 */
public final class PlainRows {
    private static final String WAITS = "sent_at IS NULL AND barred_reason IS NULL";

    private final Dialect dialect;

    public PlainRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What may be sent now, in order. Rows that other transactions have not committed come in a later call, if the transaction
     * sees what was committed since the last one.
     */
    public UnsentRows.Waiting read(Connection connection, UnsentRows.Wanted wanted) throws SQLException {
        List<Long> fitting = new ArrayList<>();
        boolean all = fitting(connection, wanted, fitting) && fitting.size() < wanted.limit();
        return new UnsentRows.Waiting(fitting.isEmpty() ? List.of() : these(connection, fitting), all, 1);
    }

    /** Sizes first, since a driver may hold all rows of a result in memory. False if what waits is too large for one batch. */
    private boolean fitting(Connection connection, UnsentRows.Wanted wanted, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(waiting(wanted))) {
            int next = 1;
            for (String address : wanted.except()) {
                statement.setString(next++, address);
            }
            statement.setInt(next, wanted.limit());
            try (ResultSet result = statement.executeQuery()) {
                long bytes = 0;
                while (bytes <= UnsentRows.BATCH_BYTES && result.next()) {
                    bytes += result.getLong(2);
                    if (bytes <= UnsentRows.BATCH_BYTES || ids.isEmpty()) {
                        ids.add(result.getLong(1));
                    }
                }
                return bytes <= UnsentRows.BATCH_BYTES;
            }
        }
    }

    private List<OutboxRow> these(Connection connection, List<Long> ids) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT id, message_id, address, " + dialect.quoted("key")
                        + ", " + dialect.quoted("value") + ", headers FROM tidings_outbox WHERE id IN (" + list(ids)
                        + ") ORDER BY id")) {
            List<OutboxRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(UnsentRows.row(result));
            }
            return rows;
        }
    }

    private String waiting(UnsentRows.Wanted wanted) {
        String key = dialect.quoted("key");
        String except = wanted.except().isEmpty()
                ? ""
                : " AND address NOT IN ("
                        + String.join(", ", Collections.nCopies(wanted.except().size(), "?")) + ")";
        String inFlight = wanted.inFlight().isEmpty() ? "" : " AND id NOT IN (" + list(wanted.inFlight()) + ")";
        return "SELECT id, coalesce(octet_length(" + key + "), 0) + coalesce(octet_length(" + dialect.quoted("value")
                + "), 0) + octet_length(headers) FROM tidings_outbox o WHERE "
                + WAITS + except + inFlight + " AND NOT EXISTS (SELECT 1 FROM tidings_outbox b"
                + " WHERE b.barred_reason IS NOT NULL AND b.id < o.id AND b.address = o.address AND b." + key + " = o."
                + key
                + ") ORDER BY id LIMIT ?";
    }

    /** Numbers of our own: no parameters, of which a statement may not have so many. */
    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /**
     * Takes rows out of the outbox.
     *
     * @param keep whether they are marked as sent, and not deleted
     * @return the ids of those that were there
     */
    public Set<Long> settle(Connection connection, Collection<Long> ids, boolean keep) throws SQLException {
        Set<Long> found = new HashSet<>();
        if (ids.isEmpty()) {
            return found;
        }
        String which = " WHERE id IN (" + list(ids) + ")";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT id FROM tidings_outbox" + which)) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            statement.executeUpdate(
                    keep
                            ? "UPDATE tidings_outbox SET sent_at = " + dialect.now() + which
                            : "DELETE FROM tidings_outbox" + which);
            return found;
        }
    }

    /** Deletes what was sent longer ago than that, by the database's clock. */
    public int purge(Connection connection, Duration kept, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM tidings_outbox WHERE sent_at < " + dialect.later() + " LIMIT ?")) {
            statement.setLong(1, -kept.toMillis());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    OutboxTable.Counts counts(Connection connection) throws SQLException {
        String age = dialect == Dialect.MARIADB
                ? "timestampdiff(MICROSECOND, created_at, utc_timestamp(6)) DIV 1000"
                : "datediff('MILLISECOND', created_at, current_timestamp)";
        long backlog = number(connection, "SELECT count(*) FROM tidings_outbox WHERE " + WAITS);
        long barred = number(connection, "SELECT count(*) FROM tidings_outbox WHERE barred_reason IS NOT NULL");
        long oldest =
                number(connection, "SELECT " + age + " FROM tidings_outbox WHERE " + WAITS + " ORDER BY id LIMIT 1");
        return new OutboxTable.Counts(backlog, barred, Duration.ofMillis(Math.max(0, oldest)));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
