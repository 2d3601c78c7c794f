package io.tidings.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's first command, as a user runs it: it ends well, and it leaves nothing behind however it ends. */
class DemoIT {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    @Test
    void showsAllThatItPromisesAndEndsByItself() throws Exception {
        try (ChildProcess demo = demo()) {
            int exit = demo.awaitExit(LONGEST);
            String said = demo.tail(1000);
            assertThat(exit).as(said).isZero();
            assertThat(said)
                    .contains(
                            "PENDING",
                            "APPROVED",
                            "REJECTED",
                            "passes as MINOR",
                            "fails as MAJOR",
                            "went as they should");
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

    private static ChildProcess demo() {
        return JvmProcess.of(Demo.class)
                .jvmFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .systemProperty("tidings.apicurio.home", System.getProperty("tidings.apicurio.home", ""))
                .args(Path.of("..").toAbsolutePath().normalize().toString())
                .start();
    }
}
