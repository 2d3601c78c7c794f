package io.tidings.examples.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A service's own PostgreSQL database: a pool, its tables, and transactions. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Connects, as {@code database.url} says.
     *
     * @throws StartupFailure if the database does not answer within {@code database.timeout.ms}, ten seconds by default
     */
    public static Database connect(Settings settings) {
        String url = settings.get("database.url");
        int millis =
                settings.find("database.timeout.ms") == null ? CONNECT_MILLIS : settings.number("database.timeout.ms");
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(8);
            config.setInitializationFailTimeout(millis);
            config.setConnectionTimeout(millis);
            return new Database(new HikariDataSource(config));
        } catch (RuntimeException e) {
            throw new StartupFailure(why(url, e), e);
        }
    }

    /** Nobody there, or somebody who refuses? The URL is shown without what may be a password. */
    private static String why(String url, RuntimeException failure) {
        String where = url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && !isUnreachable(refusal)) {
                return "PostgreSQL at " + where + " refuses: " + refusal.getMessage()
                        + ". What it was asked for is set by 'database.url'.";
            }
        }
        return failure instanceof HikariPool.PoolInitializationException
                ? "PostgreSQL at " + where + " does not answer. Is it running? The address is set by 'database.url'."
                : where + " cannot be used: " + failure.getMessage() + ". It is set by 'database.url'.";
    }

    private static boolean isUnreachable(SQLException e) {
        return e.getSQLState() == null || e.getSQLState().startsWith("08");
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Runs the SQL of a resource beside a class: a service's tables, created if they are missing. */
    public void createTables(Class<?> beside, String resource) throws SQLException, IOException {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + resource + " beside " + beside);
            }
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            inTransaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(sql);
                }
            });
        }
    }

    /** Does work in a transaction: all of it happens, or nothing. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Work in a transaction. */
    public interface Work<T> {
        T in(Connection transaction) throws SQLException;
    }
}
