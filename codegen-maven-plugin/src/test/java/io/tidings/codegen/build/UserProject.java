package io.tidings.codegen.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of one of the projects in {@code src/it}, and a Maven to build it with. */
record UserProject(Path folder, Path mavenHome) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path REPOSITORY = TARGET.resolve("it-repository");
    private static final Path SETTINGS = TARGET.resolve("it-settings.xml");
    private static final String VERSION = System.getProperty("it.version", "0.1.0-SNAPSHOT");

    /** What Maven said. */
    record Build(int status, List<String> log) {

        Build succeeded() {
            assertThat(status).as(() -> String.join("\n", log)).isZero();
            return this;
        }

        /** Lines of this plugin about what it made. */
        List<String> made() {
            return log.stream()
                    .filter(line -> line.matches("\\[INFO].* sources for .*"))
                    .toList();
        }

        List<String> errors() {
            return log.stream().filter(line -> line.startsWith("[ERROR]")).toList();
        }
    }

    /** Copies a project into a folder of that name. */
    static UserProject copyOf(String project, String name, Path mavenHome) throws IOException {
        Path folder = TARGET.resolve("it").resolve(mavenHome.getFileName()).resolve(name);
        delete(folder);
        Path from = Path.of("src/it", project);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.createDirectories(folder.resolve(".mvn")); // the settings of our own build do not count
        StagedRepository.prepare(REPOSITORY, VERSION);
        String local =
                Path.of(System.getProperty("it.localRepository", "")).toUri().toString();
        Files.writeString(
                SETTINGS, Files.readString(Path.of("src/it/settings.xml")).replace("@local.repository@", local));
        return new UserProject(folder, mavenHome);
    }

    Build build(String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(mavenHome.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-s", SETTINGS.toString()));
        command.addAll(
                List.of("-Dmaven.repo.local=" + REPOSITORY, "-Dtidings.version=" + VERSION, "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8");
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().remove("MAVEN_ARGS");
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process maven = process.redirectOutput(log.toFile()).start();
        if (!maven.waitFor(5, TimeUnit.MINUTES)) {
            maven.destroyForcibly();
            throw new IllegalStateException("Maven does not end: see " + log);
        }
        return new Build(maven.exitValue(), Files.readAllLines(log, StandardCharsets.UTF_8));
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    void replace(String file, String pattern, String replacement) throws IOException {
        String text = Files.readString(file(file));
        assertThat(text).containsPattern(pattern);
        Files.writeString(file(file), text.replaceAll(pattern, replacement));
    }

    /** The sources below a folder, and when they were written. */
    Map<String, FileTime> sources(String below) throws IOException {
        Map<String, FileTime> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(file(below))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(file(below).relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return sources;
    }

    /** A name that is hard on build tools, as far as this platform can write it. */
    static String hardName() {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        String name = "Grüße an alle";
        return Charset.forName(encoding).newEncoder().canEncode(name) ? name : "no umlauts here";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
