package io.tidings.asyncapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tidings.asyncapi.AsyncApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports against the schema that OASIS publishes, taken from a jar that carries it. */
class SarifSchemaTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void aHostileReportIsValid() throws IOException {
        assertThat(problems(Format.SARIF.print(Hostile.report()))).isEmpty();
    }

    @Test
    void reportsOfDocumentsAreValid() throws IOException {
        for (String name : List.of("avro-errors", "yaml-tab", "not-asyncapi-list")) {
            Report report = Validation.report(List.of(AsyncApi.read(CASES.resolve(name + "/asyncapi.yaml"))));
            assertThat(problems(Format.SARIF.print(report))).as(name).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        assertThat(problems("{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {}}]}"))
                .isNotEmpty();
    }

    private static List<String> problems(String report) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
            return schema.validate(report, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
