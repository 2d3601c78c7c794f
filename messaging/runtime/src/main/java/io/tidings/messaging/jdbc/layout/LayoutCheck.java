package io.tidings.messaging.jdbc.layout;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares tables with their layout, in the order in which to mend them. What is there beyond it is let be, unless it keeps us
 * from writing: newer instances may have added it. Used by one thread at a time.
 */
public final class LayoutCheck {
    private final Connection connection;
    private final List<LayoutDifference> differences = new ArrayList<>();

    private LayoutCheck(Connection connection) {
        this.connection = connection;
    }

    /** All that is different; empty if nothing is. Changes nothing, and needs no rights but to look. */
    public static List<LayoutDifference> differences(Connection connection, Layout layout) throws SQLException {
        LayoutCheck check = new LayoutCheck(connection);
        for (Layout.Table table : layout.tables()) {
            check.table(table);
        }
        return List.copyOf(check.differences);
    }

    private void table(Layout.Table expected) throws SQLException {
        Catalog.Table found = Catalog.find(connection, expected.name());
        if (found == null) {
            add("Table " + expected.name() + " is missing (the search path is " + searchPath() + ")", expected.sql());
            expected.indexes().forEach(index -> add("and its index " + index.name(), index.sql()));
            String comment = expected.comment();
            if (comment != null) {
                add("and the version of its layout", comment);
            }
        } else if (found.ordinary() && found.version() < expected.version()) {
            add(
                    found.name() + " has layout " + found.version() + ", this Tidings needs layout "
                            + expected.version(),
                    "-- Apply what ddl() says: it upgrades the table, and keeps its rows");
        } else if (found.ordinary()) {
            compare(expected, found);
        } else {
            add(found.name() + " is a view, and must be a table", "DROP VIEW " + found.name());
        }
    }

    private void compare(Layout.Table expected, Catalog.Table found) throws SQLException {
        String name = found.name();
        if (found.unlogged()) {
            add(name + " is UNLOGGED: a crash of the database empties it", "ALTER TABLE " + name + " SET LOGGED");
        }
        columns(expected, found);
        if (!found.primaryKey().equals(expected.primaryKey())) {
            primaryKey(expected, found);
        }
        expected.indexes().forEach(index -> index(index, found.indexes().get(index.name()), name));
        if (!found.missingRights().isEmpty()) {
            String rights = String.join(", ", found.missingRights());
            add(
                    "The user has no right to " + rights + " on " + name,
                    "GRANT " + rights + " ON " + name + " TO " + user());
        }
    }

    private void columns(Layout.Table expected, Catalog.Table found) {
        String name = found.name();
        for (Layout.Column column : expected.columns()) {
            Catalog.Column there = found.columns().get(column.name());
            if (there == null) {
                add(name + " has no column " + column.name(), "ALTER TABLE " + name + " ADD COLUMN " + column.sql());
            } else {
                column(column, there, name);
            }
        }
        Set<String> known = expected.columns().stream().map(Layout.Column::name).collect(Collectors.toSet());
        for (Catalog.Column column : found.columns().values()) {
            if (!known.contains(column.name()) && !column.nullable() && !column.filled()) {
                add(
                        name + "." + column.name() + " is not ours, is NOT NULL, and nobody fills it",
                        "ALTER TABLE " + name + " ALTER COLUMN " + column.name() + " DROP NOT NULL");
            }
        }
    }

    private void column(Layout.Column expected, Catalog.Column found, String table) {
        String name = table + "." + found.name();
        String quoted = expected.sql().startsWith("\"") ? '"' + found.name() + '"' : found.name();
        String alter = "ALTER TABLE " + table + " ALTER COLUMN " + quoted;
        if (!found.type().equals(expected.type())) {
            add(
                    name + " is of type " + found.type() + " instead of " + expected.type(),
                    alter + " TYPE " + expected.type());
        }
        if (found.nullable() && !expected.nullable()) {
            add(name + " may be null", alter + " SET NOT NULL");
        } else if (!found.nullable() && expected.nullable()) {
            add(name + " is NOT NULL, and some messages have none", alter + " DROP NOT NULL");
        }
        if (expected.counted() && !found.filled()) {
            add(name + " is not drawn from a sequence", alter + " ADD GENERATED ALWAYS AS IDENTITY (CACHE 1)");
        } else if (expected.filled() && !found.filled()) {
            add(name + " has no default", alter + " SET " + defaultOf(expected.sql()));
        }
        Long drawnAhead = found.drawnAhead();
        if (expected.counted() && drawnAhead != null && drawnAhead > 1) {
            add(
                    name + " is drawn by " + drawnAhead
                            + " at a time: ids must grow with the transactions of a key, so no"
                            + " session may draw ahead",
                    "ALTER SEQUENCE " + table + "_" + found.name() + "_seq CACHE 1");
        }
    }

    private static String defaultOf(String sql) {
        return sql.substring(Math.max(0, sql.indexOf("DEFAULT")));
    }

    private void primaryKey(Layout.Table expected, Catalog.Table found) {
        String wanted = String.join(", ", expected.primaryKey());
        String drop = found.primaryKey().isEmpty() ? "" : " DROP CONSTRAINT " + expected.name() + "_pkey,";
        String has = found.primaryKey().isEmpty()
                ? "no primary key"
                : "the primary key (" + String.join(", ", found.primaryKey()) + ")";
        add(
                found.name() + " has " + has + " instead of (" + wanted + ")",
                "ALTER TABLE " + found.name() + drop + " ADD PRIMARY KEY (" + wanted + ")");
    }

    private void index(Layout.Index expected, Catalog.@Nullable Index found, String table) {
        if (found == null) {
            add(table + " has no index " + expected.name(), expected.sql());
            return;
        }
        String again = "DROP INDEX " + expected.name() + "; " + expected.sql();
        if (!found.valid()) {
            add("Index " + expected.name() + " is invalid: it was not built to its end", again);
        } else if (!found.method().equals(expected.method())
                || !found.columns().equals(expected.columns())
                || !found.where().equals(expected.where())) {
            add("Index " + expected.name() + " is not built as it should be", again);
        }
    }

    private void add(String what, String sql) {
        differences.add(new LayoutDifference(what, sql));
    }

    private String searchPath() throws SQLException {
        return shown("SELECT current_setting('search_path')");
    }

    private String user() throws SQLException {
        return shown("SELECT quote_ident(current_user)");
    }

    private String shown(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
