package io.tidings.codegen.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local repository that holds this plugin and what it needs of Tidings, as they have just been built. Everything else it
 * takes from the local repository of the build that runs the test, as if that were a remote one.
 */
final class StagedRepository {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>io\\.tidings</groupId>\\s*<artifactId>([^<]+)</artifactId>(?!\\s*<scope>test)");
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final String GROUP = "io/tidings/";

    private final Path folder;
    private final String version;
    private final Set<String> staged = new HashSet<>();

    private StagedRepository(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** Stages the plugin, and the runtime that generated code stands on. */
    static void prepare(Path folder, String version) throws IOException {
        StagedRepository repository = new StagedRepository(folder, version);
        repository.stage("codegen-maven-plugin");
        repository.stage("messaging-runtime");
    }

    private void stage(String artifact) throws IOException {
        if (!staged.add(artifact)) {
            return;
        }
        Path pom = pomOf(artifact);
        String text = Files.readString(pom);
        Path target = Files.createDirectories(folder.resolve(GROUP + artifact + "/" + version));
        copy(pom, target.resolve(artifact + "-" + version + ".pom"));
        if (!text.contains("<packaging>pom</packaging>")) {
            copy(jarOf(artifact, pom), target.resolve(artifact + "-" + version + ".jar"));
        }
        Matcher parent = Pattern.compile("<parent>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL)
                .matcher(text);
        if (parent.find()) {
            stage(parent.group(1));
        }
        for (String needed :
                DEPENDENCY.matcher(text).results().map(match -> match.group(1)).toList()) {
            if (!artifact.equals("tidings-parent")) { // which only says versions
                stage(needed);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Built just now, or by an earlier build that installed it. */
    private Path jarOf(String artifact, Path pom) {
        String name = artifact + "-" + version + ".jar";
        Path installed = Path.of(System.getProperty("it.localRepository", ""), GROUP + artifact, version, name);
        return Stream.of(pom.resolveSibling("target").resolve(name), installed)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Neither built nor installed: " + name));
    }

    private static Path pomOf(String artifact) throws IOException {
        Pattern own = Pattern.compile(
                "(?s)\\A(?:(?!<parent>|<dependencies>).)*(?:<parent>.*?</parent>)?\\s*(?:<groupId>[^<]*</groupId>\\s*)?<artifactId>"
                        + Pattern.quote(artifact) + "</artifactId>.*");
        try (Stream<Path> files = Files.walk(SOURCES, 3)) {
            List<Path> poms = files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("target"))
                    .filter(file -> own.matcher(text(file)).matches())
                    .toList();
            if (poms.size() != 1) {
                throw new IllegalStateException(artifact + " is the project of " + poms);
            }
            return poms.get(0);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
