package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print as SARIF, against the schema that OASIS publishes. */
class SarifIsValidTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check-fails-sarif",
                "check-suppressed-sarif",
                "check-new-since-itself",
                "diff-sarif",
                "validate-folder-sarif"
            })
    void whatIsPrintedIsValid(String name) throws IOException {
        String expected = Files.readString(CASES.resolve(name).resolve("expected"));
        String report = expected.substring(expected.indexOf('{'), expected.indexOf("--- standard error"));

        assertThat(problems(report)).isEmpty();
    }

    private static List<String> problems(String report) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SarifIsValidTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
            return schema.validate(report, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
