package io.tidings.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a step of CI waits for: whole processes that compare two versions of a document of many channels, by the launcher, by
 * {@code java -jar}, and by the command of the AsyncAPI initiative where it is installed. In turns whose order is swapped each
 * round. {@code CheckDuel COMMANDS FOLDER CHANNELS ROUNDS [ASYNCAPI]}, COMMANDS being the folder of the launcher
 */
public final class CheckDuel {

    /** What each finding of either has once. */
    private static final Pattern FINDING = Pattern.compile("\"(rule|action)\"\\s*:");

    private final Map<Contender, List<String>> commands = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Run>> runs = new EnumMap<>(Contender.class);
    private final Path folder;

    private CheckDuel(Path commands, Path folder) {
        this.folder = folder;
        List<String> check = List.of("check", "--base", "old.yaml", "new.yaml", "--format", "json");
        put(Contender.LAUNCHER, List.of(commands.resolve("tidings").toString()), check);
        put(
                Contender.JAVA_JAR,
                List.of(java(), "-jar", commands.resolve("tidings.jar").toString()),
                check);
    }

    private enum Contender {
        LAUNCHER,
        JAVA_JAR,
        ASYNCAPI_DIFF
    }

    private record Run(ProcessRun process, long changes) {}

    /** Writes the documents, and measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        CheckDuel duel = new CheckDuel(Path.of(arguments[0]).toAbsolutePath(), folder);
        int channels = Integer.parseInt(arguments[2]);
        Files.writeString(folder.resolve("old.yaml"), LargeDocument.yaml(channels));
        Files.writeString(folder.resolve("new.yaml"), LargeDocument.laterYaml(channels));
        if (arguments.length > 4 && Files.isExecutable(Path.of(arguments[4]))) {
            duel.put(
                    Contender.ASYNCAPI_DIFF,
                    List.of(Path.of(arguments[4]).toAbsolutePath().toString()),
                    List.of("diff", "old.yaml", "new.yaml", "--format=json", "--no-error"));
        }
        duel.measure(Integer.parseInt(arguments[3]));
        String table = duel.table(channels);
        System.out.print(table);
        Files.writeString(folder.resolveSibling("check-" + channels + ".txt"), table);
    }

    private void put(Contender contender, List<String> command, List<String> arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        commands.put(contender, all);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        List<Contender> order = new ArrayList<>(commands.keySet());
        // Once for the disk, and for the launcher's archive of classes.
        for (Contender contender : order) {
            run(contender);
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : order) {
                runs.computeIfAbsent(contender, one -> new ArrayList<>()).add(run(contender));
            }
            Collections.reverse(order);
        }
    }

    private Run run(Contender contender) throws IOException, InterruptedException {
        Path out = folder.resolve(contender.name().toLowerCase(Locale.ROOT) + ".out");
        ProcessRun process = ProcessRun.of(commands.getOrDefault(contender, List.of()), folder, out);
        String said = Files.readString(out);
        long changes = FINDING.matcher(said).results().count();
        if (changes == 0 || process.status() > 1) {
            throw new IllegalStateException(contender + " ended with " + process.status() + ":\n"
                    + said.substring(0, Math.min(2000, said.length())));
        }
        return new Run(process, changes);
    }

    private String table(int channels) throws IOException {
        StringBuilder table = new StringBuilder("%d channels, %.1f MB each%n%-14s %9s %9s %9s %9s%n"
                .formatted(
                        channels,
                        Files.size(folder.resolve("old.yaml")) / 1e6,
                        "",
                        "best ms",
                        "median ms",
                        "peak MB",
                        "findings"));
        runs.forEach((contender, all) -> table.append("%-14s %9d %9d %9d %9d%n"
                .formatted(
                        contender.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        all.stream()
                                .mapToLong(run -> run.process().millis())
                                .min()
                                .orElseThrow(),
                        median(all),
                        all.stream()
                                .mapToLong(run -> run.process().peakMegabytes())
                                .max()
                                .orElseThrow(),
                        all.get(0).changes())));
        return table.toString();
    }

    private static long median(List<Run> all) {
        return all.stream()
                .mapToLong(run -> run.process().millis())
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
