package io.tidings.replication.internal.sql;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.sql.layout.SqlColumn;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import io.tidings.replication.internal.sql.layout.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements about one generation's rows. Keys are those that are kept. Many rows travel as one array for each column, so that
 * a statement has the same text and as many parameters whatever it carries, and no setting of the driver or session is needed.
 * Immutable.
 */
final class RowsTable {

    private final SqlSchema schema;
    private final String lock;
    private final String insert;
    private final String update;
    private final String get;
    private final String page;
    private final String sweep;

    /** A row with its key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] key, Row row) {}

    RowsTable(SqlSchema schema) {
        this.schema = schema;
        String table = schema.table();
        this.lock = "SELECT tidings_key, tidings_row FROM " + table
                + " WHERE tidings_key = ANY(?::bytea[]) ORDER BY tidings_key FOR UPDATE";
        this.insert = insert(schema);
        this.update = update(schema);
        this.get = "SELECT tidings_row FROM " + table + " WHERE tidings_key = ?";
        this.page = "SELECT tidings_key, tidings_row FROM " + table + " WHERE tidings_key ";
        this.sweep = "DELETE FROM " + table + " WHERE tidings_key IN (SELECT tidings_key FROM " + table
                + " WHERE tidings_state = 'grave' AND tidings_parked IS NULL AND tidings_since <= ?::timestamptz"
                + " AND tidings_version < " + Long.MAX_VALUE
                + " LIMIT ? FOR UPDATE SKIP LOCKED)";
    }

    private static String insert(SqlSchema schema) {
        String names = schema.columns().stream().map(SqlColumn::quoted).collect(Collectors.joining(", "));
        return "INSERT INTO " + schema.table() + " (" + names + ") SELECT " + cast(schema) + " FROM " + arrays(schema)
                + " ON CONFLICT (tidings_key) DO NOTHING";
    }

    /** The condition is a second wall behind the core's guard: whatever goes wrong above, no version ever becomes lower. */
    private static String update(SqlSchema schema) {
        List<String> assignments = new ArrayList<>();
        for (int at = 1; at < schema.columns().size(); at++) {
            SqlColumn column = schema.columns().get(at);
            assignments.add(column.quoted() + " = " + column.type().cast("n.c" + at));
        }
        return "UPDATE " + schema.table() + " t SET " + String.join(", ", assignments) + " FROM " + arrays(schema)
                + " WHERE t.tidings_key = n.c0 AND (t.tidings_version <= n.c2 OR t.tidings_state = 'unknown')";
    }

    private static String cast(SqlSchema schema) {
        List<String> values = new ArrayList<>();
        for (SqlColumn column : schema.columns()) {
            values.add(column.type().cast("n.c" + values.size()));
        }
        return String.join(", ", values);
    }

    private static String arrays(SqlSchema schema) {
        List<String> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (SqlColumn column : schema.columns()) {
            names.add("c" + names.size());
            arrays.add("?::" + column.type().travelling() + "[]");
        }
        return "unnest(" + String.join(", ", arrays) + ") AS n(" + String.join(", ", names) + ")";
    }

    /** The rows of these keys, locked until the transaction ends. */
    Map<KeyBytes, Row> lock(Connection connection, Object[] keys) throws SQLException {
        Map<KeyBytes, Row> rows = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setArray(1, connection.createArrayOf("bytea", keys));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(new KeyBytes(row.getBytes(1)), RowFormat.read(row.getBytes(2)));
                }
            }
        }
        return rows;
    }

    /**
     * Writes rows that were not there.
     *
     * @return how many of them still were not
     */
    int insert(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        return write(connection, insert, rows);
    }

    /**
     * Writes rows that are there and locked.
     *
     * @return how many of them are not newer
     */
    int update(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        return write(connection, update, rows);
    }

    private int write(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<SqlColumn> columns = schema.columns();
            for (int at = 0; at < columns.size(); at++) {
                String type = columns.get(at).type().travelling();
                @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = rows.get(row)[at];
                }
                statement.setArray(at + 1, connection.createArrayOf(type, values));
            }
            return statement.executeUpdate();
        }
    }

    Optional<Row> get(Connection connection, byte[] key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(get)) {
            statement.setBytes(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(RowFormat.read(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    /**
     * Some rows in the order of their keys.
     *
     * @param inclusive whether the first key belongs to them
     * @param index the number of an index whose entry they have; -1 for all rows
     */
    List<Kept> page(
            Connection connection,
            byte[] from,
            boolean inclusive,
            byte @Nullable [] to,
            int index,
            byte @Nullable [] entry,
            int limit)
            throws SQLException {
        String sql = page + (inclusive ? ">= ?" : "> ?") + (to == null ? "" : " AND tidings_key <= ?")
                + (index < 0
                        ? ""
                        : " AND tidings_state = 'live' AND "
                                + has(schema.indexes().get(index)))
                + " ORDER BY tidings_key LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            statement.setBytes(at++, from);
            if (to != null) {
                statement.setBytes(at++, to);
            }
            if (index >= 0) {
                statement.setBytes(at++, entry);
            }
            statement.setInt(at, limit);
            List<Kept> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Kept(row.getBytes(1), RowFormat.read(row.getBytes(2))));
                }
            }
            return rows;
        }
    }

    private static String has(SqlColumn index) {
        return index.quoted() + (index.type() == SqlType.ENTRIES ? " @> ARRAY[?::bytea]" : " = ?");
    }

    /** Removes some graves that were dug by then, but none that no version reopens; those that somebody is just writing are left for another time. */
    int sweep(Connection connection, Instant dugBy, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sweep)) {
            statement.setString(1, dugBy.toString());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    /** Whether there is no row at all. */
    boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT NOT EXISTS (SELECT 1 FROM " + schema.table() + ")");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
