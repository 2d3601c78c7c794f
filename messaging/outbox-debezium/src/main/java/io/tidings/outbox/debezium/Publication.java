package io.tidings.outbox.debezium;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL puts into the log for relays: rows that are inserted into the outbox. Stateless. */
final class Publication {
    /** Inserts only: that rows are deleted after they were sent is no news, and is not even decoded. */
    static final String NAME = "tidings_outbox";

    static final String DDL = "CREATE PUBLICATION " + NAME + " FOR TABLE tidings_outbox WITH (publish = 'insert');\n";

    private static final String SCHEMA =
            "SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = 'tidings_outbox'::regclass";

    private static final String EXISTS = "SELECT count(*) FROM pg_publication WHERE pubname = ?";

    private static final String HOLDS = """
            SELECT count(*) FROM pg_publication_tables
            WHERE pubname = ? AND schemaname = ? AND tablename = 'tidings_outbox'
            """;

    private Publication() {}

    /**
     * Finds it or creates it, and adds the outbox if it has another schema's only.
     *
     * @return the schema that the outbox is in
     */
    static String open(Connection connection) throws SQLException {
        String schema = text(connection, SCHEMA);
        try (Statement statement = connection.createStatement()) {
            if (count(connection, EXISTS, NAME) == 0) {
                statement.execute(DDL);
            } else if (count(connection, HOLDS, NAME, schema) == 0) {
                statement.execute("ALTER PUBLICATION " + NAME + " ADD TABLE tidings_outbox");
            }
        }
        return schema;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (!result.next()) {
                throw new SQLException("Nothing found: " + sql);
            }
            return result.getString(1);
        }
    }

    private static long count(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
