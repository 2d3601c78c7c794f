package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.report.TextReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a document, reading it yields diagnostics with places, and never throws. */
class FuzzTest {
    /** {@code -Dfuzz.seed=… -Dfuzz.mutants=…} replays a run, or makes it longer. */
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);

    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void mutantsOfAllCases() throws IOException {
        for (Path original : Cases.all()) {
            Path copy = copy(original);
            try (Stream<Path> walk = Files.walk(copy)) {
                List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
                for (Path file : files) {
                    mutants(Cases.document(copy), file);
                }
            }
        }
    }

    private static void mutants(Path document, Path mutated) throws IOException {
        String text = Files.readString(mutated);
        long seed = SEED + mutated.getFileName().toString().hashCode() + text.hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = new Mutation(random).of(text);
            Files.write(mutated, mutant.getBytes(StandardCharsets.UTF_8));
            try {
                ReadResult result = AsyncApi.read(document);
                assertThat(result.diagnostics()).allSatisfy(FuzzTest::hasPlace);
                assertThat(TextReport.plain().of(List.of(result))).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                fail("-Dfuzz.seed=" + SEED + ", mutant " + i + " of " + mutated + ":\n" + mutant, e);
            }
        }
        Files.writeString(mutated, text);
    }

    private static void hasPlace(Diagnostic diagnostic) {
        assertThat(diagnostic.location().line()).isPositive();
        assertThat(diagnostic.location().column()).isPositive();
        assertThat(diagnostic.location().file()).isNotEmpty();
        assertThat(diagnostic.message()).isNotEmpty();
    }

    private Path copy(Path original) throws IOException {
        Path target = folder.resolve(original.getFileName().toString());
        try (Stream<Path> walk = Files.walk(original)) {
            for (Path path : walk.toList()) {
                Path to = target.resolve(original.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else if (!path.endsWith("expected.txt")) {
                    Files.copy(path, to);
                }
            }
        }
        return target;
    }
}
