package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JvmProcessTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void runsAMainClassOnOurClassPath() {
        try (ChildProcess child = JvmProcess.of(Greeter.class)
                .jvmFlags("-XX:TieredStopAtLevel=1")
                .args("world", "two words")
                .systemProperty("greeting", "good evening")
                .environment("MARK", "!")
                .start()) {
            assertThat(child.awaitExit(SOON)).isEqualTo(5);
            assertThat(child.tail(1)).isEqualTo("good evening world two words!");
            assertThat(child.name()).endsWith("Greeter");
        }
    }

    static final class Greeter {
        private Greeter() {}

        public static void main(String[] args) {
            System.out.println(System.getProperty("greeting") + " " + String.join(" ", args) + System.getenv("MARK"));
            System.exit(5);
        }
    }
}
