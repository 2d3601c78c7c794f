package io.tidings.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's first command, as a user runs it: it ends well, and it leaves nothing behind however it ends. */
class DemoIT {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void tellsTheStoryOfTheReadmeAndEndsByItself() throws Exception {
        try (ChildProcess demo = demo()) {
            int exit = demo.awaitExit(LONGEST);
            String said = demo.tail(1000);
            assertThat(exit).as(said).isZero();
            assertThat(lasting(said)).isEqualTo(lasting(transcript()));
        }
    }

    @Test
    void leavesNoProcessBehindWhenStopped() throws Exception {
        try (ChildProcess demo = demo()) {
            demo.awaitLine("copies of all five", LONGEST);
            List<ProcessHandle> children =
                    ProcessHandle.of(demo.pid()).orElseThrow().descendants().toList();
            assertThat(children).hasSizeGreaterThan(4);
            demo.signal(Signal.TERM);
            demo.awaitExit(LONGEST);
            Await.until(
                    "all children are gone",
                    LONGEST,
                    () -> children.stream().anyMatch(ProcessHandle::isAlive) ? Optional.empty() : Optional.of(true));
        }
    }

    /** What is the same in every run: without times, ports, and the name of the temporary folder. */
    private static String lasting(String text) {
        return text.strip()
                .replaceAll("(?m) +$", "")
                .replaceAll("(?m)^ +[0-9.]+ s ", "TIME")
                .replaceAll("after \\d+ ms", "after TIME")
                .replaceAll("(:|port )\\d{5}", "$1PORT")
                .replaceAll("/\\S+/tidings-gate\\d*", "TEMPORARY");
    }

    private static String transcript() throws IOException {
        try (InputStream in = DemoIT.class.getResourceAsStream("/transcript.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ChildProcess demo() {
        return JvmProcess.of(Demo.class)
                .jvmFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .systemProperty("tidings.apicurio.home", System.getProperty("tidings.apicurio.home", ""))
                .process(child -> child.directory(ROOT))
                .args(ROOT.resolve("examples").toString())
                .start();
    }
}
