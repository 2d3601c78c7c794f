package io.tidings.messaging.jdbc.dialect;

import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.Proxied;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Three accounts in a database of a test's own, and an outbox in which their changes are told. */
abstract class AccountsOfADialect {
    private static final AtomicInteger MADE = new AtomicInteger();

    final String name = "dialect_" + MADE.incrementAndGet();
    final JdbcOutbox outbox = new JdbcOutbox(new Notes());

    /** A connection to a database of this name, made if it is not there. */
    abstract Connection connect(String database) throws SQLException;

    @BeforeEach
    void createTables() throws SQLException {
        try (Connection connection = connect(name)) {
            JdbcOutbox.createTables(connection);
        }
        run("CREATE TABLE account (id varchar(20) PRIMARY KEY, version int NOT NULL)");
        run("INSERT INTO account (id, version) VALUES ('a', 0), ('b', 0), ('c', 0)");
    }

    DataSource source() {
        return Proxied.of(DataSource.class, (method, arguments) -> connect(name));
    }

    Connection begin() throws SQLException {
        Connection connection = connect(name);
        connection.setAutoCommit(false);
        return connection;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Locks the account by its change, then tells of it. */
    void change(Connection transaction, String account) throws SQLException {
        try (PreparedStatement update =
                        transaction.prepareStatement("UPDATE account SET version = version + 1 WHERE id = ?");
                PreparedStatement read = transaction.prepareStatement("SELECT version FROM account WHERE id = ?")) {
            update.setString(1, account);
            update.executeUpdate();
            read.setString(1, account);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                outbox.in(transaction).send(Notes.note(account, account + ":" + row.getInt(1)));
            }
        }
    }

    void commit(String account) throws SQLException {
        try (Connection transaction = begin()) {
            change(transaction, account);
            transaction.commit();
        }
    }

    long total() throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(version) FROM account")) {
            row.next();
            return row.getLong(1);
        }
    }
}
