package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.avro.Decoding.Outcome;
import io.tidings.compat.avro.ReadRule.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pairs that people made to find mistakes: the verdicts were derived from the specification ("Schema Resolution", "Aliases") before
 * the checker was asked. Each line says why, and whether Avro's decoder reads what was written ({@code decodes}).
 */
class HostilePairsTest {

    private static final Path PAIRS = Path.of("src/test/resources/hostile-pairs.jsonl");
    private static final int DATA = 20;
    private static final int DEEP = 3;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        return Files.readAllLines(PAIRS).stream().map(line -> {
            JsonNode pair = MAPPER.readTree(line);
            String name = pair.get("id").stringValue() + ": " + pair.get("why").stringValue();
            return DynamicTest.dynamicTest(name, () -> judge(pair));
        });
    }

    private static void judge(JsonNode pair) {
        Schema reader = schema(pair, "reader");
        Schema writer = schema(pair, "writer");
        ReadVerdict verdict = AvroReader.judge(reader, writer);
        assertThat(verdict.resolves())
                .as("%s", verdict)
                .isEqualTo(pair.get("resolves").booleanValue());
        assertThat(verdict.compatible())
                .as("%s", verdict)
                .isEqualTo(pair.get("compatible").booleanValue());
        assertThat(decodes(reader, writer, verdict))
                .as("decodes; %s", verdict)
                .isEqualTo(pair.get("decodes").booleanValue());
    }

    /** Whether nothing fails or means something else; what the verdict warns of may. */
    private static boolean decodes(Schema reader, Schema writer, ReadVerdict verdict) {
        RandomData data = new RandomData(writer, new Random(7));
        if (!data.possible(writer)) {
            return true;
        }
        Decoding decoding = new Decoding(reader, writer);
        boolean warned =
                verdict.findings().stream().anyMatch(finding -> finding.rule().weight() == Weight.WARNING);
        return IntStream.range(0, DATA)
                .mapToObj(i -> decoding.of(data.of(writer, DEEP)))
                .noneMatch(outcome -> failed(outcome, warned));
    }

    private static boolean failed(Outcome outcome, boolean warned) {
        return outcome.failure() != null || (!warned && outcome.broken());
    }

    private static Schema schema(JsonNode pair, String side) {
        Schema.Parser parser = new Schema.Parser(NameValidator.UTF_VALIDATOR);
        parser.setValidateDefaults(false);
        return parser.parse(pair.get(side).toString());
    }
}
