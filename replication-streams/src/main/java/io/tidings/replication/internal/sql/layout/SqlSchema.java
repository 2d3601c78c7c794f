package io.tidings.replication.internal.sql.layout;

import io.tidings.messaging.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The table of one generation of a view, and the SQL view of its live rows, under the replica's own name, that people join with.
 *
 * <p>Each row has {@code tidings_} columns, which are the replica's own, columns for the key, named {@code key}, and one column for
 * each field. Columns of keys and fields are null where the entity does not live or could not be read.
 */
public final class SqlSchema {

    /** The columns that are the replica's own, in their order. */
    public static final List<SqlColumn> OWN = List.of(
            new SqlColumn("tidings_key", SqlType.BYTEA),
            new SqlColumn("tidings_state", SqlType.TEXT),
            new SqlColumn("tidings_version", SqlType.BIGINT),
            new SqlColumn("tidings_since", SqlType.TIMESTAMPTZ),
            new SqlColumn("tidings_parked", SqlType.TEXT),
            new SqlColumn("tidings_row", SqlType.BYTEA));

    private static final List<String> CONSTRAINTS =
            List.of("NOT NULL PRIMARY KEY", "NOT NULL", "NOT NULL", "NOT NULL", "", "NOT NULL");

    private final String view;
    private final String table;
    private final String liveView;
    private final RowColumns key;
    private final RowColumns fields;
    private final List<SqlColumn> indexes;

    private SqlSchema(String view, String generation, KeyType<?> key, Schema row, List<SqlIndex> indexes) {
        SqlNames names = new SqlNames();
        OWN.forEach(column -> names.unique(column.name()));
        this.view = view;
        this.table = SqlNames.of(generation);
        this.liveView = SqlNames.of(view);
        this.fields = RowColumns.ofRecord(row, "", names);
        this.key = RowColumns.ofKey(key, names);
        this.indexes = indexes.stream()
                .map(index -> new SqlColumn(
                        names.unique("tidings_by_" + index.name()), index.several() ? SqlType.ENTRIES : SqlType.BYTEA))
                .toList();
    }

    /**
     * The layout of a view.
     *
     * @param view its name, after which the SQL view is called
     * @param generation its name among all that the database's services replicate, after which the table is called
     * @param row the schema of the rows' values
     * @param indexes of the view, in the order of their numbers
     */
    public static SqlSchema of(String view, String generation, KeyType<?> key, Schema row, List<SqlIndex> indexes) {
        return new SqlSchema(view, generation, key, row, indexes);
    }

    /** The table's name, which needs no quotes but where {@link SqlNames} gives them. */
    public String table() {
        return SqlNames.quoted(table);
    }

    /** The SQL view's name, likewise. */
    public String liveView() {
        return SqlNames.quoted(liveView);
    }

    public RowColumns key() {
        return key;
    }

    public RowColumns fields() {
        return fields;
    }

    /** One column for each index, by its number: the values under which the row is found, as bytes in their order. */
    public List<SqlColumn> indexes() {
        return indexes;
    }

    /** All columns, in the order of the table. */
    public List<SqlColumn> columns() {
        return Stream.of(OWN, key.columns(), fields.columns(), indexes)
                .flatMap(List::stream)
                .toList();
    }

    /** Creates the table and its indexes. */
    public String ddl() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < OWN.size(); at++) {
            lines.add(declared(OWN.get(at)) + (CONSTRAINTS.get(at).isEmpty() ? "" : " " + CONSTRAINTS.get(at)));
        }
        columns().stream().skip(OWN.size()).map(SqlSchema::declared).forEach(lines::add);
        return "CREATE TABLE IF NOT EXISTS " + table() + " (\n    " + String.join(",\n    ", lines) + "\n);\n"
                + indexDdl()
                + "COMMENT ON TABLE " + table() + " IS 'Rows of the replica " + view
                + ", kept by Tidings, layout 1';\n";
    }

    /** None of them on a column that changes with each event, so that most updates are heap-only. */
    private String indexDdl() {
        SqlNames names = new SqlNames();
        StringBuilder ddl = new StringBuilder()
                .append(index(names, "graves", "(tidings_key) WHERE tidings_state = 'grave'"))
                .append(index(names, "parked", "(tidings_key) WHERE tidings_parked IS NOT NULL"));
        if (key.columns().stream().noneMatch(column -> column.type() == SqlType.JSONB)) {
            ddl.append(index(names, "key", "(" + keyList() + ")"));
        }
        for (SqlColumn column : indexes) {
            String name = column.name().substring("tidings_".length());
            ddl.append(index(
                    names, name, (column.type() == SqlType.ENTRIES ? "USING gin (" : "(") + column.quoted() + ")"));
        }
        return ddl.toString();
    }

    private String keyList() {
        return key.columns().stream().map(SqlColumn::quoted).collect(Collectors.joining(", "));
    }

    private String index(SqlNames names, String suffix, String rest) {
        return "CREATE INDEX IF NOT EXISTS " + names.unique(table + "_" + suffix) + " ON " + table() + " " + rest
                + ";\n";
    }

    /** The SQL view of this generation's live rows, behind {@code CREATE} or {@code CREATE OR REPLACE}. */
    public String viewDdl() {
        String columns = Stream.concat(key.columns().stream(), fields.columns().stream())
                .map(SqlColumn::quoted)
                .collect(Collectors.joining(", "));
        return "VIEW " + liveView() + " AS SELECT " + columns + ", tidings_version, tidings_since, tidings_parked FROM "
                + table() + " WHERE tidings_state = 'live'";
    }

    private static String declared(SqlColumn column) {
        return column.quoted() + " " + column.type().declared();
    }
}
