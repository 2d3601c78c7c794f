package io.tidings.benchmarks.replication;

import io.tidings.benchmarks.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures replicas. The broker is a process of its own; copies are kept under {@code target}. */
public final class Replicas {

    /** What can be measured. */
    public static final Set<String> PARTS = Set.of("load", "live", "see");

    private static final int PER_SECOND = 500;

    private Replicas() {}

    /**
     * Writes {@code target/replicas.txt}. Arguments are the messages of a load and the rounds, 1000000 and 3 by default, and what to
     * measure, by default all.
     */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Set<String> parts = arguments.length > 2 ? Set.copyOf(List.of(arguments).subList(2, arguments.length)) : PARTS;
        Path file = Path.of("target", "replicas.txt");
        Files.createDirectories(file.getParent());
        try (Broker broker = Broker.start()) {
            Files.writeString(file, String.join("\n", measure(broker, messages, rounds, parts)) + "\n");
        }
        System.out.print(Files.readString(file));
    }

    /** A table for each part, in lines. */
    public static List<String> measure(Broker broker, int messages, int rounds, Set<String> parts) throws Exception {
        List<String> lines = new ArrayList<>();
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "replicas")), "state");
        if (parts.contains("load")) {
            lines.addAll(new Loading(broker, directory, messages).measure(rounds));
        }
        if (parts.contains("live")) {
            lines.addAll(new Living(broker, directory, messages).measure(rounds));
        }
        if (parts.contains("see")) {
            // For some seconds.
            int count = Math.max(10, messages / 200);
            lines.addAll(new Seeing(broker, directory, PER_SECOND, count).measure(rounds));
        }
        return lines;
    }
}
