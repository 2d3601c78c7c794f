package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each case: a folder with {@code arguments} (one a line), and {@code expected} (exit status, standard output, standard
 * error). {@code -Dtidings.recreate=true} writes what is expected anew, for review.
 */
class GoldenCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("arguments"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
        }
    }

    private static void run(Path folder) throws IOException {
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
