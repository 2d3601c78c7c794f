package io.tidings.benchmarks.transactional;

import io.tidings.benchmarks.Broker;
import io.tidings.embedded.PostgresOptions;
import io.tidings.embedded.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures messages of database transactions. Broker and PostgreSQL are processes of their own; the latter waits for the disk. */
public final class Transactional {

    /** What can be measured. */
    public static final Set<String> PARTS = Set.of("drain", "wait-200", "wait-1000", "write", "receive");

    private Transactional() {}

    /**
     * Writes {@code target/transactional.txt}. Arguments are the messages of a drain and the rounds, 100000 and 3 by default, and
     * what to measure, by default all. The other parts measure shares of the messages.
     */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Set<String> parts = arguments.length > 2 ? Set.copyOf(List.of(arguments).subList(2, arguments.length)) : PARTS;
        Path file = Path.of("target", "transactional.txt");
        Files.createDirectories(file.getParent());
        try (Broker broker = Broker.start();
                PostgresServer server = PostgresServer.start(settings())) {
            Files.writeString(file, String.join("\n", measure(broker, server, messages, rounds, parts)) + "\n");
        }
        System.out.print(Files.readString(file));
    }

    /** No turn is to have a checkpoint in its middle, or a transaction so large that the log's reader writes it to disk. */
    private static PostgresOptions settings() {
        return PostgresOptions.defaults()
                .withSetting("max_wal_size", "4GB")
                .withSetting("logical_decoding_work_mem", "512MB");
    }

    /** A table for each part, in lines. */
    public static List<String> measure(
            Broker broker, PostgresServer server, int messages, int rounds, Set<String> parts) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(server.settings().toString());
        try (Site site = Site.open(broker, server)) {
            Outbox outbox = new Outbox(site);
            if (parts.contains("drain")) {
                lines.addAll(new Draining(site, outbox, messages).measure(rounds));
            }
            // Each for some seconds.
            int warming = Math.max(10, messages / 10);
            if (parts.contains("wait-200")) {
                int count = Math.max(10, messages * 12 / 1_000);
                lines.addAll(new Waiting(site, outbox).measure(200, count, warming, rounds));
            }
            if (parts.contains("wait-1000")) {
                int count = Math.max(10, messages * 4 / 100);
                lines.addAll(new Waiting(site, outbox).measure(1_000, count, warming, rounds));
            }
            if (parts.contains("write")) {
                lines.addAll(new Writing(site, outbox).measure(Math.max(16, messages * 8 / 100), rounds));
            }
            if (parts.contains("receive")) {
                lines.addAll(new Receiving(site, Math.max(20, messages * 6 / 10)).measure(rounds));
            }
        }
        return lines;
    }
}
