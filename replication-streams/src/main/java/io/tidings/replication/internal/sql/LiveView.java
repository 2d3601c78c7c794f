package io.tidings.replication.internal.sql;

import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * The SQL view of a replica's live rows, under a name that stays while generations come and go: people's queries and joins go to
 * it. Immutable.
 */
final class LiveView {

    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_replica_view (
                name        text        NOT NULL PRIMARY KEY,
                application text        NOT NULL,
                generation  text        NOT NULL,
                shown_since timestamptz NOT NULL
            );
            COMMENT ON TABLE tidings_replica_view IS 'Which generations the views of Tidings show, layout 1';
            """;

    private static final String TAKE = """
            INSERT INTO tidings_replica_view AS v (name, application, generation, shown_since)
            VALUES (?, ?, ?, clock_timestamp())
            ON CONFLICT (name) DO UPDATE SET generation = excluded.generation, shown_since = excluded.shown_since
            WHERE v.application = excluded.application
            """;

    private static final String SHOWN = """
            SELECT to_regclass(?) IS NOT NULL AND EXISTS
                (SELECT 1 FROM tidings_replica_view WHERE name = ? AND application = ? AND generation = ?)
            """;

    /** The new columns do not begin as the old ones did: "cannot change name of view column", "cannot drop columns". */
    private static final String OTHER_COLUMNS = "42P16";

    private final SqlSchema schema;
    private final String application;
    private final String generation;

    LiveView(SqlSchema schema, String application, String generation) {
        this.schema = schema;
        this.application = application;
        this.generation = generation;
    }

    /**
     * Shows this generation's rows from the end of the transaction on.
     *
     * @throws IllegalStateException if a view of this name is another application's
     */
    void show(Connection connection) throws SQLException {
        if (shown(connection)) {
            return;
        }
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, schema.liveView());
            take.setString(2, application);
            take.setString(3, generation);
            if (take.executeUpdate() == 0) {
                throw new IllegalStateException("The SQL view " + schema.liveView()
                        + " belongs to another application: give each service a schema of its own");
            }
        }
        try (Statement statement = connection.createStatement()) {
            replace(connection, statement);
        }
    }

    private boolean shown(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOWN)) {
            statement.setString(1, schema.liveView());
            statement.setString(2, schema.liveView());
            statement.setString(3, application);
            statement.setString(4, generation);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** In place where that can be, since other views may stand on this one. */
    private void replace(Connection connection, Statement statement) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            statement.execute("CREATE OR REPLACE " + schema.viewDdl());
        } catch (SQLException e) {
            if (!OTHER_COLUMNS.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            statement.execute("DROP VIEW " + schema.liveView());
            statement.execute("CREATE " + schema.viewDdl());
        }
    }
}
