package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the launcher as users start them. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("tidings.launcher", "target/tidings"));
    private static final Path JAR = LAUNCHER.resolveSibling("tidings.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String OLD = "src/test/resources/cases/shop/1.0.0.yaml";
    private static final String BROKEN = "src/test/resources/cases/shop/breaking.yaml";

    private record Run(int status, String out, String err) {}

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_jar_runs_alone_and_quietly() throws Exception {
        Run run = run(Map.of(), JAVA, "-jar", JAR.toString(), "validate", OLD);

        assertThat(run).isEqualTo(new Run(0, "1 file: valid; 0 errors, 0 warnings, 0 info\n", ""));
    }

    @Test
    void pages_of_rules_about_changes_are_in_the_jar() throws Exception {
        Run run = run(Map.of(), JAVA, "-jar", JAR.toString(), "explain", "avro-enum-add");

        assertThat(run.out()).startsWith("avro-enum-add\n").contains("SAID", "NOT SAID", "CASES");
    }

    @Test
    void the_launcher_says_the_same_with_and_without_its_archive() throws Exception {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", directory.toString());
        Run first = run(environment, LAUNCHER.toString(), "check", "--base", OLD, BROKEN);
        Run second = run(environment, LAUNCHER.toString(), "check", "--base", OLD, BROKEN);

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out()).contains("MAJOR").contains("set info.version to 2.0.0");
        assertThat(first.err()).isEmpty();
        assertThat(second).isEqualTo(first);
        try (Stream<Path> archives = Files.list(directory.resolve("tidings"))) {
            assertThat(archives).singleElement().asString().endsWith(".jsa");
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_no_trouble() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Run run = run(Map.of("XDG_CACHE_HOME", file.toString()), LAUNCHER.toString(), "--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("tidings ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_launcher_is_found_through_links() throws Exception {
        Path one = Files.createSymbolicLink(directory.resolve("one"), LAUNCHER.toAbsolutePath());
        Path two = Files.createSymbolicLink(directory.resolve("two"), one.getFileName());

        assertThat(run(Map.of("XDG_CACHE_HOME", directory.toString()), two.toString(), "--version")
                        .status())
                .isZero();
    }

    @Test
    void without_java_the_launcher_says_so() throws Exception {
        Run run = run(Map.of("JAVA_HOME", directory.toString()), LAUNCHER.toString(), "--version");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("JAVA_HOME is " + directory).doesNotContain("line ");
    }

    private static Run run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("tidings", ".err");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        String errors = Files.readString(err);
        Files.delete(err);
        return new Run(status, out, errors);
    }
}
