package io.tidings.messaging.jdbc.dialect;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A MariaDB of a test's own, on an empty directory: without the system tables, so without users and rights, it is up in a second.
 * Its programs lie where {@code tidings.mariadb.home} says; the profile {@code mariadb} puts them there.
 */
final class MariaDbServer implements AutoCloseable {
    static final String HOME = "tidings.mariadb.home";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final int port = FreePorts.next();
    private final ChildProcess process;

    MariaDbServer(Path directory) {
        Path home = Path.of(System.getProperty(HOME)).toAbsolutePath();
        Path server = home.resolve("bin/mariadbd");
        if (!server.toFile().setExecutable(true)) {
            throw new IllegalStateException("Cannot run " + server);
        }
        Path share = home.resolve("share");
        Path data = directory.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = ChildProcess.command(List.of(
                        server.toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--skip-grant-tables",
                        "--skip-ssl",
                        "--basedir=" + home,
                        "--lc-messages-dir=" + share,
                        "--character-sets-dir=" + share.resolve("charsets"),
                        "--datadir=" + data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + directory.resolve("s"),
                        // Writers in a zone of their own, to see that our times do not depend on it.
                        "--default-time-zone=-07:00",
                        "--innodb-lock-wait-timeout=20"))
                .name("mariadb")
                .log(directory.resolve("mariadb.log"))
                .deleteWithParent(directory)
                .start();
        process.awaitLine("ready for connections", READY_WITHIN);
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&createDatabaseIfNotExist=true";
    }

    @Override
    public void close() {
        process.close();
    }
}
