package io.tidings.replication.internal.sql;

import io.tidings.messaging.jdbc.Tables;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a generation needs in the database: made, or looked at, or thrown away. Immutable. */
public final class SqlTables {

    private static final Logger LOG = LoggerFactory.getLogger(SqlTables.class);

    private final SqlSchema schema;
    private final String generation;

    SqlTables(SqlSchema schema, String generation) {
        this.schema = schema;
        this.generation = generation;
    }

    /** Creates everything; may be applied again, and then changes nothing. */
    public static String ddl(SqlSchema schema) {
        return OffsetTable.DDL + LiveView.DDL + schema.ddl();
    }

    /**
     * Creates what is missing, or only looks.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException if something is missing or different; it names all of it,
     *     with the SQL that mends it
     */
    void prepare(Connection connection, boolean create) throws SQLException {
        if (create) {
            Tables.create(connection, ddl(schema));
        } else {
            Tables.check(connection, ddl(schema));
        }
        if (rowsAreGone(connection)) {
            LOG.warn(
                    "The table {} is empty, though rows were written: its topics are read again from their start",
                    schema.table());
            new OffsetTable(generation).restart(connection);
        }
    }

    /** Somebody has emptied the table, or dropped it. One statement, since another instance may be writing its first rows. */
    private boolean rowsAreGone(Connection connection) throws SQLException {
        String sql = "SELECT NOT EXISTS (SELECT 1 FROM " + schema.table() + ")"
                + " AND sum(live + graves + parked) > 0 FROM tidings_replica_offset WHERE generation = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, generation);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Removes this generation's rows and offsets, and the SQL view if it shows them. */
    void drop(Connection connection) throws SQLException {
        new OffsetTable(generation).forget(connection);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM tidings_replica_view WHERE generation = ?")) {
            statement.setString(1, generation);
            boolean shown = statement.executeUpdate() > 0;
            try (Statement drop = connection.createStatement()) {
                if (shown) {
                    drop.execute("DROP VIEW IF EXISTS " + schema.liveView());
                }
                drop.execute("DROP TABLE IF EXISTS " + schema.table());
            }
        }
    }
}
