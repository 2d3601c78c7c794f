package io.tidings.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a build waits for: whole processes of Maven that generate records, codecs and clients of a document of many channels,
 * beside Avro's plugin, which generates its records alone, and beside Maven that does nothing. In turns whose order is swapped
 * each round. {@code GeneratorDuel MAVEN FOLDER CHANNELS ROUNDS}
 */
public final class GeneratorDuel {

    private static final String AVRO = "1.12.2";
    private static final String TIDINGS = "0.1.0-SNAPSHOT";

    private final String maven;
    private final Path folder;
    private final Map<Contender, List<Long>> millis = new EnumMap<>(Contender.class);

    private GeneratorDuel(String maven, Path folder) {
        this.maven = maven;
        this.folder = folder;
    }

    private enum Contender {
        /** Maven, which reads the project and finds nothing to do. */
        BARE(""),
        TIDINGS_FIRST(tidings()),
        /** Once more, with nothing changed. */
        TIDINGS_AGAIN(tidings()),
        AVRO_FIRST(avro()),
        AVRO_AGAIN(avro());

        private final String plugin;

        Contender(String plugin) {
            this.plugin = plugin;
        }

        /** Whether nothing may be there before its turn. */
        boolean first() {
            return name().endsWith("FIRST");
        }

        Path project(Path folder) {
            return folder.resolve(name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT));
        }
    }

    /** Writes the projects, and measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        GeneratorDuel duel =
                new GeneratorDuel(arguments[0], Path.of(arguments[1]).toAbsolutePath());
        duel.write(Integer.parseInt(arguments[2]));
        duel.measure(Integer.parseInt(arguments[3]));
        String table = duel.table(Integer.parseInt(arguments[2]));
        System.out.print(table);
        Files.writeString(duel.folder.resolveSibling("generator.txt"), table);
    }

    private void write(int channels) throws IOException {
        for (Contender contender : Contender.values()) {
            Path project = Files.createDirectories(contender.project(folder));
            Files.writeString(project.resolve("pom.xml"), pom(contender.plugin));
        }
        Files.writeString(
                Contender.TIDINGS_FIRST.project(folder).resolve("asyncapi.yaml"), LargeDocument.yaml(channels));
        Path schemas =
                Files.createDirectories(Contender.AVRO_FIRST.project(folder).resolve("src/main/avro"));
        for (int i = 0; i < channels; i++) {
            Files.writeString(schemas.resolve("Record" + i + ".avsc"), LargeDocument.schema(i));
        }
    }

    private static String tidings() {
        return plugin(
                "io.tidings",
                "codegen-maven-plugin",
                TIDINGS,
                "generate",
                "<document>asyncapi.yaml</document><packageName>com.example.clients</packageName>");
    }

    private static String avro() {
        return plugin("org.apache.avro", "avro-maven-plugin", AVRO, "schema", "<stringType>String</stringType>");
    }

    private static String plugin(String group, String artifact, String version, String goal, String configuration) {
        return """
                <build><plugins><plugin>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                  <executions><execution><goals><goal>%s</goal></goals><configuration>%s</configuration></execution></executions>
                </plugin></plugins></build>
                """.formatted(group, artifact, version, goal, configuration);
    }

    private static String pom(String build) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId><artifactId>generated</artifactId><version>1</version>
                  <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
                  %s
                </project>
                """.formatted(build);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : order) {
                if (contender.name().endsWith("AGAIN") && !Files.isDirectory(target(contender))) {
                    build(contender);
                }
                if (contender.first()) {
                    delete(target(contender));
                }
                millis.computeIfAbsent(contender, one -> new ArrayList<>()).add(build(contender));
            }
            Collections.reverse(order);
        }
    }

    private Path target(Contender contender) {
        return contender.project(folder).resolve("target");
    }

    private long build(Contender contender) throws IOException, InterruptedException {
        Path project = contender.project(folder);
        Path log = project.resolve("build.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(maven, "-o", "-B", "generate-sources")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        long end = System.nanoTime();
        if (status != 0) {
            throw new IllegalStateException(contender + " failed:\n" + Files.readString(log));
        }
        return (end - start) / 1_000_000;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String table(int channels) {
        long bare = least(Contender.BARE);
        StringBuilder table = new StringBuilder(
                "%d channels%n%-14s %9s %9s %14s%n".formatted(channels, "", "best ms", "median ms", "less Maven ms"));
        millis.forEach((contender, all) -> table.append("%-14s %9d %9d %14d%n"
                .formatted(
                        contender.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        least(contender),
                        median(all),
                        least(contender) - bare)));
        return table.toString();
    }

    private long least(Contender contender) {
        return Collections.min(millis.getOrDefault(contender, List.of()));
    }

    private static long median(List<Long> all) {
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
