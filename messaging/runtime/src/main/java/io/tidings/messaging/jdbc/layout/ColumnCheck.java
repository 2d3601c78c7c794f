package io.tidings.messaging.jdbc.layout;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which tables and columns are missing, by what every driver tells. Types, keys and indexes are written otherwise in each
 * database, and are not compared. Stateless.
 */
public final class ColumnCheck {
    private static final String MEND = "-- Apply what ddl(dialect) says";

    private ColumnCheck() {}

    /**
     * All that is missing.
     *
     * @param layout whose names count, and nothing else
     * @param absent tables that this database does not have
     */
    public static List<LayoutDifference> differences(Connection connection, Layout layout, Set<String> absent)
            throws SQLException {
        List<LayoutDifference> differences = new ArrayList<>();
        for (Layout.Table table : layout.tables()) {
            if (absent.contains(table.name())) {
                continue;
            }
            Set<String> found = columns(connection, table.name());
            List<String> missing = table.columns().stream()
                    .map(Layout.Column::name)
                    .filter(column -> !found.contains(column))
                    .toList();
            if (found.isEmpty()) {
                differences.add(new LayoutDifference("Table " + table.name() + " is missing", MEND));
            } else if (!missing.isEmpty()) {
                differences.add(
                        new LayoutDifference(
                                table.name() + " has no column " + String.join(", ", missing),
                                "-- Send what stands in it with the version that made it, drop it, and apply what ddl(dialect) says"));
            }
        }
        return differences;
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Set<String> columns = new HashSet<>();
        try (ResultSet row = data.getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
