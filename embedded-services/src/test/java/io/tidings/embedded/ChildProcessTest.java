package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void givesOutputAndExitCode() {
        try (ChildProcess child = shell("echo one; echo two >&2; echo \"$GREETING\"; exit 7")
                .environment("GREETING", "hello there")
                .start()) {
            assertThat(child.awaitLine("hello", SOON)).isEqualTo("hello there");
            assertThat(child.awaitExit(SOON)).isEqualTo(7);
            assertThat(child.exitCode()).hasValue(7);
            assertThat(child.tail(2)).isEqualTo("two\nhello there");
        }
    }

    @Test
    void hasTheProgramsOwnProcessId() {
        try (ChildProcess child = shell("echo I am $$").start()) {
            assertThat(child.awaitLine("I am", SOON)).isEqualTo("I am " + child.pid());
        }
    }

    @Test
    void isAskedToEndBeforeItIsMade() {
        try (ChildProcess child = shell("trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 0.01; done")
                .start()) {
            child.awaitLine("up", SOON);
            assertThat(child.terminate(SOON)).isEqualTo(3);
            assertThat(child.tail(1)).isEqualTo("bye");
        }
    }

    @Test
    void isKilledIfItDoesNotListen() {
        try (ChildProcess child =
                shell("trap '' TERM; echo up; while :; do sleep 0.01; done").start()) {
            child.awaitLine("up", SOON);
            assertThat(child.terminate(Duration.ofMillis(50))).isEqualTo(128 + 9);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void doesNotLeaveBehindWhatItStarted() {
        try (ChildProcess child = shell("sleep 1000 & echo grandchild $!; wait").start()) {
            long grandchild = Long.parseLong(child.awaitLine("grandchild", SOON).split(" ", -1)[1]);
            child.kill();
            assertThat(Deadline.poll(SOON, () -> Processes.isGone(grandchild))).isTrue();
        }
    }

    @Test
    void tellsItsLastWordsWhenItEndsEarly() {
        try (ChildProcess child =
                shell("echo no such planet; exit 42").name("probe").start()) {
            assertThatThrownBy(() -> child.awaitPort(FreePorts.next(), SOON))
                    .isInstanceOf(EmbeddedServiceException.class)
                    .hasMessageContainingAll("probe", "exit code 42", "no such planet");
            assertThatThrownBy(() -> child.awaitLine("ready", SOON)).hasMessageContaining("\"ready\"");
        }
    }

    @Test
    void saysSoWhenALineDoesNotComeInTime() {
        try (ChildProcess child = shell("echo waiting; sleep 1000").start()) {
            child.awaitLine("waiting", SOON);
            assertThatThrownBy(() -> child.awaitLine("ready", Duration.ofMillis(50)))
                    .hasMessageContainingAll("within 0.05 s", "waiting");
        }
    }

    @Test
    void anUnknownProgramEndsAtOnce() {
        try (ChildProcess child =
                ChildProcess.command("/no/such/program").name("nothing").start()) {
            assertThat(child.awaitExit(SOON)).isEqualTo(127);
            assertThat(child.tail(1)).contains("/no/such/program");
        }
    }

    @Test
    void aChosenLogStaysAndATemporaryOneGoes(@TempDir Path directory) {
        Path log = directory.resolve("logs/child.log");
        ChildProcess chosen = shell("echo kept").log(log).start();
        chosen.awaitExit(SOON);
        chosen.close();
        assertThat(log).hasContent("kept");

        ChildProcess temporary = shell("echo gone").start();
        temporary.awaitExit(SOON);
        assertThat(temporary.log()).hasContent("gone");
        temporary.close();
        assertThat(Files.exists(temporary.log())).isFalse();
    }

    @Test
    void signalsToAnEndedProcessAreIgnored() {
        try (ChildProcess child = shell("true").start()) {
            child.awaitExit(SOON);
            child.signal(Signal.TERM);
            child.kill();
            assertThat(child.exitCode()).hasValue(0);
        }
    }

    private static ChildProcessBuilder shell(String script) {
        return ChildProcess.command("sh", "-c", script);
    }
}
