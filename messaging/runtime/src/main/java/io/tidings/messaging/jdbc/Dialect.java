package io.tidings.messaging.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A kind of database, and what it has words of its own for. PostgreSQL has all that Tidings can do; MariaDB and H2 have the
 * outbox with a polling relay of one shard. Stateless.
 */
public enum Dialect {
    POSTGRESQL(
            "\"", "clock_timestamp()", "clock_timestamp() + ? * interval '1 millisecond'", "SELECT pg_backend_pid()"),

    /** 10.6 and newer. Times are kept in UTC, so that they mean the same in every session. */
    MARIADB("`", "utc_timestamp(6)", "utc_timestamp(6) + INTERVAL ? * 1000 MICROSECOND", "SELECT connection_id()"),

    /** 2.2 and newer: for tests, and for services of one process. */
    H2("\"", "current_timestamp", "dateadd('MILLISECOND', ?, current_timestamp)", "SELECT session_id()");

    private static final int DUPLICATE_IN_MARIADB = 1062;
    private static final String UNIQUE_VIOLATION = "23505";

    private final String quote;
    private final String now;
    private final String later;
    private final String session;

    Dialect(String quote, String now, String later, String session) {
        this.quote = quote;
        this.now = now;
        this.later = later;
        this.session = session;
    }

    /**
     * The dialect that a connection's database speaks. Asks the driver, not the server.
     *
     * @throws IllegalStateException if Tidings has no tables for it
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL", "EnterpriseDB" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "H2" -> H2;
            default ->
                throw new IllegalStateException(
                        "Tidings keeps its tables in PostgreSQL, MariaDB or H2; this database is " + product);
        };
    }

    /** For what only one of them can do. */
    public static void requirePostgres(Connection connection, String what) throws SQLException {
        Dialect dialect = of(connection);
        if (dialect != POSTGRESQL) {
            throw new IllegalStateException(what + " need PostgreSQL; this database is " + dialect);
        }
    }

    /** A column whose name is a word of the language. */
    public String quoted(String column) {
        return quote + column + quote;
    }

    /** This moment, by the database's clock. */
    public String now() {
        return now;
    }

    /** So many milliseconds from now, a parameter, by the database's clock. */
    public String later() {
        return later;
    }

    /** A query that tells one session from another. */
    public String session() {
        return session;
    }

    /** Whether an insert failed since the key is there. Not for PostgreSQL, whose transaction is lost by then. */
    public boolean isDuplicateKey(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_IN_MARIADB || UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    /** SQL that lies in the jar. */
    public String script(String name) {
        String path = "/tidings/" + name().toLowerCase(Locale.ROOT) + "/" + name;
        try (InputStream in = Dialect.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No " + path + " for " + this);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
