package io.tidings.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data directory and how a server is run on it: durable as in production, else small, reachable on 127.0.0.1 only. */
final class PostgresCluster {
    static final String SUPERUSER = "postgres";
    private static final Duration INITDB = Duration.ofSeconds(60);
    private static final Duration FAST_SHUTDOWN_OF_AN_ORPHAN = Duration.ofSeconds(5);
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_connections", "200"),
            Map.entry("max_wal_senders", "20"),
            Map.entry("max_replication_slots", "20"),
            // In the data directory, where it is deleted with it: in /dev/shm it stays behind after a SIGKILL.
            Map.entry("dynamic_shared_memory_type", "mmap"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final Path base;
    private final Path data;
    private final Unprivileged user;
    private final Path programs;
    private final Map<String, String> settings;

    private PostgresCluster(int port, PostgresOptions options) {
        this.user = Unprivileged.find();
        this.programs = PostgresBinaries.home().resolve("bin");
        // Last, as the above may fail, and then nobody would delete it.
        this.base = TemporaryDirectory.create("postgres");
        Path chosen = options.dataDirectory();
        this.data = chosen == null ? base.resolve("data") : chosen.toAbsolutePath();
        this.settings = new LinkedHashMap<>(SETTINGS);
        this.settings.put("port", Integer.toString(port));
        this.settings.putAll(options.settings());
    }

    /** The cluster in the directory that the options name, created if there is none yet. */
    static PostgresCluster open(int port, PostgresOptions options) {
        PostgresCluster cluster = new PostgresCluster(port, options);
        try {
            Files.createDirectories(cluster.data);
            cluster.user.own(cluster.base);
            cluster.user.own(cluster.data);
            if (!Files.exists(cluster.data.resolve("PG_VERSION"))) {
                cluster.initialise();
            }
            return cluster;
        } catch (IOException e) {
            cluster.delete();
            throw new UncheckedIOException(e);
        } catch (EmbeddedServiceException e) {
            cluster.delete();
            throw e;
        }
    }

    /** Starts {@code postgres} itself, not through {@code pg_ctl}, which would make it a daemon that outlives us. */
    ChildProcess startServer() {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return process("postgres", command)
                .lastSignal(Signal.INT)
                .grace(FAST_SHUTDOWN_OF_AN_ORPHAN)
                .start();
    }

    /** Deletes what is temporary: the log, and the data unless a directory was chosen for it. */
    void delete() {
        TemporaryDirectory.delete(base);
    }

    private void initialise() {
        List<String> command = List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                // About the empty cluster only; the server syncs what is written to it.
                "--no-sync",
                "--no-instructions");
        try (ChildProcess initdb = process("initdb", command).start()) {
            int code = initdb.awaitExit(INITDB);
            if (code != 0) {
                throw new EmbeddedServiceException("initdb failed with exit code " + code + ":\n" + initdb.tail(30));
            }
        }
    }

    private ChildProcessBuilder process(String name, List<String> command) {
        return ChildProcess.command(user.command(command))
                .name(name)
                .directory(programs)
                .log(base.resolve(name + ".log"))
                .deleteWithParent(base);
    }
}
