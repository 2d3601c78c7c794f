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
