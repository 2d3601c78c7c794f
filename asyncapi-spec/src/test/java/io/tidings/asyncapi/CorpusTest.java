package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that others wrote. Runs in the profile {@code corpus} only: {@code mvn -Pcorpus verify -Dcorpus.asyncapi=DIR},
 * where DIR holds {@code spec-v*} folders of the specification's examples, and anything else.
 */
@Tag("corpus")
class CorpusTest {
    static final Path ROOT = Path.of(System.getProperty("corpus.asyncapi", "corpus"));

    @Test
    void officialExamplesAreValid() throws IOException {
        List<ReadResult> invalid = documents(ROOT).stream()
                .filter(file -> ROOT.relativize(file).toString().startsWith("spec-v"))
                .map(AsyncApi::read)
                .filter(result -> result.version().isPresent() && !result.valid())
                .toList();
        assertThat(invalid)
                .withFailMessage(() -> TextReport.plain().of(invalid))
                .isEmpty();
    }

    @Test
    void everythingYieldsAnAnswer() throws IOException {
        assertThat(documents(ROOT).stream().map(AsyncApi::read))
                .isNotEmpty()
                .allSatisfy(
                        result -> assertThat(result.valid() && result.document().isEmpty())
                                .as("%s is valid, but has no document", result.file())
                                .isFalse());
    }

    @TestFactory
    Stream<DynamicTest> validDocumentsKeepTheirMeaning(@TempDir Path folder) throws IOException {
        return documents(ROOT).stream()
                .filter(file -> AsyncApi.read(file).valid())
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), file.toUri(), () -> RoundTripTest.check(file, folder)));
    }

    /** Every YAML and JSON file below a folder. */
    static List<Path> documents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
    }
}
