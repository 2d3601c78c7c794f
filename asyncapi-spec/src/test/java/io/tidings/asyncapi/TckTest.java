package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares our verdict with each label of the AsyncAPI TCK. Where the specification contradicts a label we follow the
 * specification: {@code tck.contradictions} lists each such case with the sentence that decides. Runs in the profile
 * {@code corpus} only, where the TCK stands in the folder {@code tck}.
 */
@Tag("corpus")
class TckTest {
    private static final Path ROOT =
            Path.of(System.getProperty("corpus.asyncapi", "corpus")).resolve("tck");
    private static final Path CONTRADICTIONS = Path.of("src/test/resources/tck.contradictions");

    @TestFactory
    Stream<DynamicTest> labels() throws IOException {
        Map<String, String> contradicted = contradictions();
        return cases().map(file -> {
            String name = name(file);
            boolean label = isValid(file);
            boolean expected = contradicted.containsKey(name) ? !label : label;
            return DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(AsyncApi.read(file))
                            .as("%s is %s by its label", name, label ? "valid" : "invalid")
                            .matches(result -> result.valid() == expected, expected ? "accepted" : "rejected"));
        });
    }

    @Test
    void contradictionsAreCasesAndHaveReasons() throws IOException {
        assertThat(cases().map(TckTest::name)).containsAll(contradictions().keySet());
        assertThat(contradictions().values())
                .allSatisfy(reason -> assertThat(reason).contains("\"").contains(":"));
    }

    /** What the header of the folder promises of its cases is about content: each wrong one is located. */
    @Test
    void whatIsRejectedIsLocated() throws IOException {
        assertThat(cases().map(AsyncApi::read).flatMap(result -> result.diagnostics().stream()))
                .extracting(Diagnostic::location)
                .isNotEmpty()
                .allMatch(location -> location.line() > 0 && location.column() > 0);
    }

    private static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> Objects.requireNonNull(file.getFileName())
                            .toString()
                            .matches("(valid|invalid).*\\.(ya?ml|json)"))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    private static boolean isValid(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().startsWith("valid");
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Map<String, String> contradictions() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        String name = "";
        for (String line : Files.readAllLines(CONTRADICTIONS)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                reasons.merge(name, line.strip(), (before, more) -> before + " " + more);
            } else {
                name = line.strip();
                reasons.put(name, "");
            }
        }
        return reasons;
    }
}
