package io.tidings.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 17 as a child process, durable as in production: {@code fsync} and {@code synchronous_commit} on, {@code
 * wal_level} logical. It listens on 127.0.0.1 and trusts the superuser {@code postgres}. Runs as root too. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Shared<PostgresServer> SHARED = new Shared<>(PostgresServer::start, PostgresServer::isRunning);
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
    private static final List<String> SHOWN = List.of("server_version", "fsync", "synchronous_commit", "wal_level");

    private final int port;
    private final PostgresCluster cluster;
    private @Nullable ChildProcess process;
    private boolean closed;

    private PostgresServer(int port, PostgresCluster cluster) {
        this.port = port;
        this.cluster = cluster;
    }

    /** Starts a server on a free port with a temporary, empty cluster. */
    public static PostgresServer start() {
        return start(PostgresOptions.defaults());
    }

    /**
     * Starts a server; returns when it answers.
     *
     * @throws EmbeddedServiceException if it does not in time; the message has the end of its log
     */
    public static PostgresServer start(PostgresOptions options) {
        long began = System.nanoTime();
        int port = options.port() == 0 ? FreePorts.next() : options.port();
        FreePorts.requireFree(port, "PostgreSQL");
        PostgresServer server = new PostgresServer(port, PostgresCluster.open(port, options));
        LastWill.add(server);
        try {
            server.startAgain();
            LOG.info("{} started in {} ms, {}", server, (System.nanoTime() - began) / 1_000_000, server.settings());
        } catch (EmbeddedServiceException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The server of this JVM, started when first asked for and closed at exit. Make a database of your own in it. */
    public static PostgresServer shared() {
        return SHARED.get();
    }

    public int port() {
        return port;
    }

    /** The URL of a database, user included. It need not exist yet; {@code postgres} always does. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + PostgresCluster.SUPERUSER;
    }

    /**
     * Creates a database.
     *
     * @return its URL, user included
     * @throws EmbeddedServiceException if it exists
     */
    public String createDatabase(String name) {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new EmbeddedServiceException("cannot create database " + name + ": " + e.getMessage(), e);
        }
        return jdbcUrl(name);
    }

    /** Opens a new connection each time; put a pool around it if you need one. */
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        return source;
    }

    /** Version, {@code fsync}, {@code synchronous_commit} and {@code wal_level}, as the server itself reports them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : SHOWN) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new EmbeddedServiceException(this + " does not answer: " + e.getMessage(), e);
        }
        return settings;
    }

    /** The server's current process, to freeze it in a fault test; another one after {@link #startAgain}. */
    public synchronized ChildProcess process() {
        if (process == null) {
            throw new IllegalStateException(this + " was not started");
        }
        return process;
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** A clean stop (fast shutdown: open transactions are rolled back). Its data stays for {@link #startAgain}. */
    public synchronized void stop() {
        if (process != null) {
            int code = process.stop(Signal.INT, FAST_SHUTDOWN);
            if (code != 0) {
                LOG.warn("{} ended with exit code {} instead of a clean stop:\n{}", this, code, process.tail(20));
            }
        }
    }

    /** SIGKILL to the server and all its backends, as if the machine had failed. Its data stays for {@link #startAgain}. */
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        // Backends notice by themselves that the server is gone, but only after a while, and until then it cannot start
        // again.
        List<ProcessHandle> backends = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        process.kill();
        backends.forEach(ProcessHandle::destroyForcibly);
        Deadline.poll(FAST_SHUTDOWN, () -> backends.stream().noneMatch(ProcessHandle::isAlive));
    }

    /**
     * Starts on the same port and data, after {@link #stop} or {@link #kill}; returns when it answers.
     *
     * @throws IllegalStateException if it runs or is closed
     */
    public synchronized void startAgain() {
        if (closed || isRunning()) {
            throw new IllegalStateException(this + (closed ? " is closed" : " is running"));
        }
        process = cluster.startServer();
        process.awaitLine("database system is ready to accept connections", READY_WITHIN);
    }

    /** Stops the server, and deletes its data if the directory was temporary. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LastWill.remove(this);
        if (isRunning()) {
            // An immediate shutdown: nobody reads these files again, so they need no last checkpoint.
            int unused = Objects.requireNonNull(process).stop(Signal.QUIT, FAST_SHUTDOWN);
        }
        cluster.delete();
    }

    @Override
    public String toString() {
        return "PostgreSQL 127.0.0.1:" + port;
    }
}
