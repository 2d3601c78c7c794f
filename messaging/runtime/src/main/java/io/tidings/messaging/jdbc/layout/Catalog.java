package io.tidings.messaging.jdbc.layout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's catalog says of one table, found as the table itself is: by the search path. */
final class Catalog {
    private static final String TABLE = """
            SELECT c.relkind IN ('r', 'p'), c.relpersistence = 'u', obj_description(c.oid, 'pg_class'),
                pg_get_userbyid(c.relowner), c.oid::regclass::text
            FROM pg_class c WHERE c.oid = to_regclass(?)
            """;

    private static final String COLUMNS = """
            SELECT attname, format_type(atttypid, atttypmod), attnotnull, attidentity <> '' OR atthasdef,
                (SELECT seqcache FROM pg_sequence WHERE seqrelid = to_regclass(pg_get_serial_sequence(attrelid::regclass::text, attname)))
            FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """;

    private static final String INDEXES = """
            SELECT c.relname, a.amname, i.indisprimary, i.indisvalid, pg_get_expr(i.indpred, i.indrelid),
                (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' ORDER BY k)
                 FROM generate_series(1, i.indnkeyatts) k)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE i.indrelid = to_regclass(?)
            """;

    private static final String RIGHTS = """
            SELECT r FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r WHERE NOT has_table_privilege(to_regclass(?), r)
            """;

    /**
     * A column that is there.
     *
     * @param drawnAhead how many ids a session draws at once; null if it has no sequence
     */
    record Column(
            String name,
            String type,
            boolean nullable,
            boolean filled,
            @Nullable Long drawnAhead) {}

    /** An index that is there. */
    record Index(String method, String columns, String where, boolean valid) {}

    /**
     * A table that is there.
     *
     * @param name with its schema where the search path needs it
     * @param ordinary whether it is a table, and not a view
     * @param missingRights of the user who asks
     */
    record Table(
            String name,
            boolean ordinary,
            boolean unlogged,
            int version,
            String owner,
            Map<String, Column> columns,
            List<String> primaryKey,
            Map<String, Index> indexes,
            List<String> missingRights) {}

    private Catalog() {}

    /** Null if there is no such table. */
    static @Nullable Table find(Connection connection, String name) throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        List<String> primaryKey = indexes(connection, name, indexes);
        try (PreparedStatement statement = prepare(connection, TABLE, name);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return new Table(
                    row.getString(5),
                    row.getBoolean(1),
                    row.getBoolean(2),
                    LayoutReader.version(row.getString(3)),
                    row.getString(4),
                    columns(connection, name),
                    primaryKey,
                    indexes,
                    rights(connection, name));
        }
    }

    private static Map<String, Column> columns(Connection connection, String table) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = prepare(connection, COLUMNS, table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                columns.put(
                        row.getString(1),
                        new Column(
                                row.getString(1),
                                row.getString(2),
                                !row.getBoolean(3),
                                row.getBoolean(4),
                                row.getObject(5, Long.class)));
            }
        }
        return columns;
    }

    /** Collects the indexes that are no primary key, and answers the columns of that. */
    private static List<String> indexes(Connection connection, String table, Map<String, Index> indexes)
            throws SQLException {
        List<String> primaryKey = List.of();
        try (PreparedStatement statement = prepare(connection, INDEXES, table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String columns = LayoutReader.columns(row.getString(6));
                if (row.getBoolean(3)) {
                    primaryKey = List.of(columns.split(", "));
                } else {
                    String where = LayoutReader.predicate(row.getString(5));
                    indexes.put(row.getString(1), new Index(row.getString(2), columns, where, row.getBoolean(4)));
                }
            }
        }
        return primaryKey;
    }

    private static List<String> rights(Connection connection, String table) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, RIGHTS, table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                missing.add(row.getString(1));
            }
        }
        return missing;
    }

    private static PreparedStatement prepare(Connection connection, String sql, String table) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, table);
        return statement;
    }
}
