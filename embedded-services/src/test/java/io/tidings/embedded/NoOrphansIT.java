package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a JVM ends that started all services: soon after, no process, no port and no database of it is left. */
class NoOrphansIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("\\b\\d{5}\\b");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"TERM", "KILL"})
    void nothingOutlivesTheParent(Signal signal) throws Exception {
        Path log = directory.resolve("parent.log");
        Process parent = startParent(log);
        List<ProcessHandle> children;
        try {
            assertThat(Deadline.poll(SOON, () -> read(log).contains("ready\n") || !parent.isAlive()))
                    .isTrue();
            assertThat(parent.isAlive()).as(read(log)).isTrue();
            children = parent.descendants().toList();
            // Two watchdogs with their life lines, Apicurio's JVM, PostgreSQL's server and its workers.
            assertThat(children).hasSizeGreaterThan(6);

            Process kill = new ProcessBuilder("kill", "-s", signal.name(), Long.toString(parent.pid())).start();
            assertThat(kill.waitFor()).isZero();
            parent.waitFor();
        } finally {
            parent.destroyForcibly();
        }

        assertThat(Deadline.poll(SOON, () -> children.stream().allMatch(child -> Processes.isGone(child.pid()))))
                .as("processes left: %s", children)
                .isTrue();
        int[] ports = PORT.matcher(line(log, "ports "))
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(ports).hasSize(3);
        assertThat(Deadline.poll(
                        SOON,
                        () -> List.of(ports[0], ports[1], ports[2]).stream().allMatch(FreePorts::isFree)))
                .isTrue();
        assertThat(Deadline.poll(SOON, () -> !Files.exists(Path.of(line(log, "data ")))))
                .isTrue();
    }

    // Not as a ChildProcess: that has a watchdog of its own. TERM stands for Ctrl-C, which runs the same shutdown
    // hooks: to
    // INT the whole build may be deaf, where it was started in a shell's background.
    private static Process startParent(Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + ApicurioHome.PROPERTY + "=" + ApicurioHome.find(),
                ParentOfAll.class.getName());
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String line(Path log, String prefix) {
        return read(log)
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
