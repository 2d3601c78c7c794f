package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader/writer pairs from public test suites: {@code mvn -Pcorpus -Dtidings.corpus=DIR test}, where {@code DIR} holds {@code
 * avro/pairs.jsonl}. Their labels speak of resolution.
 */
@EnabledIfSystemProperty(named = "tidings.corpus", matches = ".+")
class PublicPairsTest {

    @Test
    void every_label_agrees() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("tidings.corpus"), "avro/pairs.jsonl"));
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            JsonNode pair = mapper.readTree(line);
            ReadVerdict verdict = AvroReader.judge(schema(pair, "reader"), schema(pair, "writer"));
            assertThat(verdict.resolves())
                    .as("%s", verdict)
                    .isEqualTo(pair.get("compatible").booleanValue());
        });
    }

    private static Schema schema(JsonNode pair, String side) {
        return new Schema.Parser().parse(pair.get(side).toString());
    }
}
