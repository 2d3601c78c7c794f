package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PairsFileTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void each_line_has_its_answer_and_a_broken_one_does_not_stop_the_others() throws Exception {
        List<JsonNode> answers = judge(
                2,
                "{\"id\":\"a\",\"reader\":\"long\",\"writer\":\"int\"}",
                "",
                "{\"id\":7,\"reader\":\"int\",\"writer\":\"string\"}",
                "{\"id\":\"c\",\"reader\":\"nonsense\",\"writer\":\"int\"}",
                "not json",
                "[]",
                "{\"id\":\"d\",\"reader\":\"{\\\"type\\\":\\\"int\\\"}\",\"writer\":{\"type\":\"int\"}}");

        assertThat(answers).hasSize(6);
        assertThat(answers.get(0).toString())
                .isEqualTo("{\"id\":\"a\",\"formatVersion\":1,\"resolves\":true,\"compatible\":true,\"findings\":[]}");
        assertThat(answers.get(1).get("id").intValue()).isEqualTo(7);
        assertThat(answers.get(1).get("resolves").booleanValue()).isFalse();
        assertThat(answers.get(2).get("id").stringValue()).isEqualTo("c");
        assertThat(answers.get(2).get("line").intValue()).isEqualTo(4);
        assertThat(answers.get(2).get("error").stringValue()).contains("reader is not an Avro schema");
        assertThat(answers.get(3).get("id").isNull()).isTrue();
        assertThat(answers.get(4).get("error").stringValue()).contains("not a JSON object");
        assertThat(answers.get(5).get("compatible").booleanValue()).isTrue();
    }

    @Test
    void all_hold_or_not() throws Exception {
        judge(0, "{\"id\":1,\"reader\":\"long\",\"writer\":\"int\"}");
        judge(1, "{\"id\":1,\"reader\":\"int\",\"writer\":\"long\"}");
    }

    @Test
    void a_default_of_the_wrong_type_counts_where_it_is_needed() throws Exception {
        String reader =
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"b\",\"type\":\"int\",\"default\":%s}]}";
        String empty = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";
        String full = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"b\",\"type\":\"int\"}]}";
        for (String wrong : List.of("\"x\"", "1.5", "[1]", "{\"q\":1}", "null", "true")) {
            String broken = reader.formatted(wrong);
            List<JsonNode> answers = judge(
                    1,
                    "{\"id\":1,\"reader\":" + broken + ",\"writer\":" + empty + "}",
                    "{\"id\":2,\"reader\":" + broken + ",\"writer\":" + full + "}");

            assertThat(answers.get(0).get("resolves").booleanValue()).as(wrong).isFalse();
            assertThat(answers.get(0).get("findings").get(0).get("rule").stringValue())
                    .isEqualTo("read-default-invalid");
            assertThat(answers.get(1).get("compatible").booleanValue())
                    .as(wrong)
                    .isTrue();
        }
    }

    @Test
    void a_type_that_is_not_defined_is_named() throws Exception {
        List<JsonNode> answers = judge(
                2,
                "{\"id\":1,\"reader\":\"Foo\",\"writer\":\"int\"}",
                "{\"id\":2,\"reader\":{\"type\":\"array\",\"items\":\"n.Foo\"},\"writer\":\"int\"}",
                "{\"id\":3,\"reader\":[\"null\",\"Foo\"],\"writer\":\"int\"}",
                "{\"id\":4,\"reader\":{\"type\":\"map\",\"values\":\"Foo\"},\"writer\":\"int\"}");

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get("error").stringValue())
                        .contains("Foo")
                        .doesNotContain("Unresolved"));
    }

    private List<JsonNode> judge(int status, String... lines) throws Exception {
        Path file = Files.write(directory.resolve("pairs.jsonl"), List.of(lines));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        int found = Tidings.run(
                new String[] {"can-read", "--pairs", file.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                err);

        assertThat(found).isEqualTo(status);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(MAPPER::readTree)
                .toList();
    }
}
