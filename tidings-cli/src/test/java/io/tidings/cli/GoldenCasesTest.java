package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each case: a folder with {@code arguments} (one a line), and {@code expected} (exit status, standard output, standard
 * error). Commands in {@code before}, one a line, are run before it. {@code -Dtidings.recreate=true} writes what is expected
 * anew, for review.
 *
 * <p>Registries are in memory and live as long as the tests: each case has a scope of its own. Those that begin with {@code
 * backward-} refuse what is not BACKWARD compatible. What is downloaded goes to {@code target/cases}, which is empty at first.
 */
class GoldenCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/cases");

    @BeforeAll
    static void setUp() throws IOException {
        InMemorySchemaRegistry.shared("backward-register").allow(CompatibilityLevel.BACKWARD);
        Path downloads = Path.of("target/cases");
        if (Files.exists(downloads)) {
            try (Stream<Path> files = Files.walk(downloads)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("arguments"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
        }
    }

    private static void run(Path folder) throws IOException {
        Path before = folder.resolve("before");
        for (String line : Files.exists(before) ? Files.readAllLines(before) : List.<String>of()) {
            ByteArrayOutputStream ignored = new ByteArrayOutputStream();
            PrintStream nowhere = new PrintStream(ignored, true, StandardCharsets.UTF_8);
            assertThat(Tidings.run(line.split(" "), nowhere, nowhere)).as(line).isZero();
        }
        String[] arguments = Files.readAllLines(folder.resolve("arguments")).toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String found = "exit status " + status + "\n--- standard output\n" + out.toString(StandardCharsets.UTF_8)
                + "--- standard error\n" + err.toString(StandardCharsets.UTF_8);
        Path expected = folder.resolve("expected");
        if (Boolean.getBoolean("tidings.recreate")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }
}
