package io.tidings.cli;

import io.tidings.cli.SchemaAnswer.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints verdicts about schemas. */
final class Verdicts {

    private static final JsonMapper LINES = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Verdicts() {}

    static String text(SchemaAnswer verdict) {
        StringBuilder out = new StringBuilder();
        for (Entry finding : verdict.findings()) {
            out.append(finding.warning() ? "warning[" : "error[")
                    .append(finding.rule())
                    .append("]: ")
                    .append(place(finding))
                    .append(": ")
                    .append(finding.message())
                    .append('\n');
        }
        String summary;
        if (verdict.compatible()) {
            summary = "The reader can read what the writer writes";
        } else if (verdict.resolves()) {
            summary = "The schemas resolve, but the reader would misunderstand what the writer writes";
        } else {
            summary = "The reader cannot read what the writer writes";
        }
        return out.append(summary).append('\n').toString();
    }

    /** By the reader's names; by the writer's too where they are others. */
    private static String place(Entry finding) {
        return finding.path().startsWith(finding.writerPath())
                ? finding.path()
                : finding.path() + " (written at " + finding.writerPath() + ")";
    }

    static String json(SchemaAnswer verdict) {
        return INDENTED.writeValueAsString(verdict(new LinkedHashMap<>(), verdict)) + "\n";
    }

    /** One line of JSON. */
    static String line(@Nullable JsonNode id, SchemaAnswer verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        return LINES.writeValueAsString(verdict(json, verdict)) + "\n";
    }

    /** One line of JSON for a line that could not be judged. */
    static String error(@Nullable JsonNode id, int line, String message) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("formatVersion", 1);
        json.put("line", line);
        json.put("error", message);
        return LINES.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> verdict(Map<String, @Nullable Object> json, SchemaAnswer verdict) {
        json.put("formatVersion", 1);
        json.put("resolves", verdict.resolves());
        json.put("compatible", verdict.compatible());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Entry finding : verdict.findings()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", finding.rule());
            entry.put("path", finding.path());
            entry.put("writerPath", finding.writerPath());
            entry.put("message", finding.message());
            if (finding.witness() != null) {
                entry.put("witness", LINES.readTree(String.valueOf(finding.witness())));
            }
            findings.add(entry);
        }
        json.put("findings", findings);
        return json;
    }
}
