package io.tidings.cli;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.jdbc.relay.OutboxReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the outbox is. The password has a file or a variable: a command line is seen by others. */
final class RelayDatabase {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final String SOCKET_TIMEOUT = "socketTimeout=";
    private static final int PATIENCE_SECONDS = 60;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "The database: jdbc:postgresql://HOST:PORT/NAME.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", description = "Who signs in to it.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "The first line of this file is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            description = "This environment variable is the password. Without either, PGPASSWORD is, if it is set.")
    private @Nullable String passwordVariable;

    /** The database, which need not answer yet. Each connection is a new one. */
    DataSource source() {
        String address = url;
        if (address == null) {
            throw wrong("no database is named: write --jdbc-url " + PREFIX + "//HOST:PORT/NAME");
        }
        if (!address.startsWith(PREFIX)) {
            throw wrong("--jdbc-url must be PostgreSQL's, " + PREFIX + "//HOST:PORT/NAME, not " + address);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(address);
        } catch (IllegalArgumentException e) {
            throw wrong("--jdbc-url is none: " + address + "; write " + PREFIX + "//HOST:PORT/NAME");
        }
        source.setTcpKeepAlive(true);
        if (!address.contains(SOCKET_TIMEOUT)) {
            // Behind a network that says nothing a statement would wait for hours, and the shards of this process with
            // it.
            source.setSocketTimeout(PATIENCE_SECONDS);
        }
        source.setApplicationName("tidings");
        if (user != null) {
            source.setUser(user);
        }
        String password = password();
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    private @Nullable String password() {
        if (passwordFile != null && passwordVariable != null) {
            throw wrong("--password-file and --password-env exclude each other");
        }
        if (passwordFile != null) {
            try {
                return Files.readAllLines(passwordFile).stream().findFirst().orElse("");
            } catch (IOException e) {
                throw wrong("cannot read " + passwordFile + ": " + e.getMessage());
            }
        }
        if (passwordVariable == null) {
            return System.getenv("PGPASSWORD");
        }
        String password = System.getenv(passwordVariable);
        if (password == null) {
            throw wrong("the environment variable " + passwordVariable + " is not set");
        }
        return password;
    }

    /** What the outbox and its relays look like. */
    static OutboxReport report(DataSource source) {
        try {
            return OutboxReport.read(source);
        } catch (MessagingException | IllegalStateException e) {
            throw unusable(e);
        }
    }

    static UnusableInput unusable(RuntimeException e) {
        Throwable cause = e.getCause();
        String reason = cause == null || String.valueOf(e.getMessage()).contains(String.valueOf(cause.getMessage()))
                ? ""
                : ": " + cause.getMessage();
        return new UnusableInput(e.getMessage() + reason, e);
    }

    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
