package io.tidings.messaging.jdbc;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of a test's own, with the tables of Tidings and one of accounts: the aggregates that messages tell of. */
public record Database(String name, DataSource source) {
    private static final AtomicInteger MADE = new AtomicInteger();

    public static Database create() {
        Database database = empty();
        database.run("CREATE TABLE account (id text PRIMARY KEY, version int NOT NULL DEFAULT 0)");
        try (Connection connection = database.connect()) {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    public static Database empty() {
        String name = "messaging_" + MADE.incrementAndGet();
        PostgresServer.shared().createDatabase(name);
        return new Database(name, PostgresServer.shared().dataSource(name));
    }

    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** A connection in a transaction. */
    public Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    public void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column. Asks again if a test has cut this connection together with the relay's. */
    public List<String> texts(String sql) {
        while (true) {
            try {
                return look(sql);
            } catch (SQLException e) {
                if (!SqlFailures.isTransient(e)) {
                    throw new IllegalStateException(sql, e);
                }
            }
        }
    }

    private List<String> look(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    public long count(String table) {
        return Long.parseLong(texts("SELECT count(*) FROM " + table).get(0));
    }

    /** Cuts every connection but this one's own, as a restart of the server or a broken network would. */
    public void cutConnections() {
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid()");
    }
}
