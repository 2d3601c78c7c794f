package io.tidings.asyncapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void carriesEveryFieldAndNulls() {
        Path file = CASES.resolve("not-asyncapi-list/asyncapi.yaml");
        JsonNode report = JsonMapper.shared().readTree(JsonReport.of(List.of(AsyncApi.read(file))));
        assertThat(report.get("formatVersion").intValue()).isEqualTo(1);
        JsonNode entry = report.get("files").get(0);
        assertThat(entry.propertyNames()).containsExactly("file", "valid", "version", "diagnostics");
        assertThat(entry.get("file").stringValue()).isEqualTo(file.toString());
        assertThat(entry.get("valid").booleanValue()).isFalse();
        assertThat(entry.get("version").isNull()).isTrue();
        JsonNode diagnostic = entry.get("diagnostics").get(0);
        assertThat(diagnostic.propertyNames())
                .containsExactly("code", "severity", "message", "file", "line", "column", "pointer", "hint");
        assertThat(diagnostic.get("severity").stringValue()).isEqualTo("error");
    }

    @Test
    void coloursOnlyWhenAsked() {
        var result = List.of(AsyncApi.read(CASES.resolve("not-asyncapi-list/asyncapi.yaml")));
        assertThat(TextReport.plain().of(result)).doesNotContain("\u001b");
        assertThat(TextReport.coloured().of(result)).contains("\u001b[1;31merror[asyncapi-not-a-document]");
    }
}
