package io.tidings.messaging.jdbc.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables as our own SQL declares them.
 *
 * @param tables in the order in which to create them
 */
public record Layout(List<Table> tables) {

    /**
     * A table.
     *
     * @param sql creates it
     * @param version of its layout, which stands in its comment; 1 if it says none, as the first did not
     * @param comment the statement that writes the version down; null if there is none
     */
    record Table(
            String name,
            String sql,
            List<Column> columns,
            List<String> primaryKey,
            List<Index> indexes,
            int version,
            @Nullable String comment) {
        public Table {
            columns = List.copyOf(columns);
            primaryKey = List.copyOf(primaryKey);
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * A column.
     *
     * @param sql as it stands in the statement that creates its table
     * @param filled whether the database fills it where an insert says nothing
     * @param counted whether it is drawn from a sequence
     */
    record Column(String name, String type, boolean nullable, boolean filled, boolean counted, String sql) {}

    /**
     * An index that is no key.
     *
     * @param sql creates it
     * @param method how it is built: {@code btree} unless the statement says otherwise
     * @param columns in their order, as in {@code slot, id}
     * @param where which rows it holds, without parentheses; empty if all
     */
    record Index(String name, String sql, String method, String columns, String where) {}

    public Layout {
        tables = List.copyOf(tables);
    }

    /**
     * Reads statements of ours: {@code CREATE TABLE}, {@code CREATE INDEX} and {@code COMMENT ON TABLE}; {@code DO $upgrade$}
     * blocks are left out.
     *
     * @throws IllegalArgumentException if there is anything else, which would not be compared
     */
    public static Layout read(String ddl) {
        return LayoutReader.read(ddl);
    }
}
