package io.tidings.sync.register;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.source.Location;
import io.tidings.sync.plan.PlannedSchema;
import io.tidings.sync.plan.SchemaUse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * For programs: {@code {"formatVersion":1,"holds","failure","schemas":[{"subject","state","id","version","references":
 * [{"name","subject"}],"uses":[{"document","what","file","line","column"}]}],"diagnostics":[{"code","severity","message",
 * "file","line","column","pointer","hint"}]}}. What is not known is null.
 */
final class RegistrationJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RegistrationJson() {}

    static String of(RegistrationResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("holds", result.holds());
        json.put("failure", result.failure());
        json.put(
                "schemas",
                result.outcomes().stream().map(RegistrationJson::schema).toList());
        json.put(
                "diagnostics",
                result.remarks().stream()
                        .map(remark -> diagnostic(remark.diagnostic()))
                        .toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> schema(Outcome outcome) {
        PlannedSchema planned = outcome.planned();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subject", planned.subject());
        json.put("state", outcome.state().label());
        json.put("id", outcome.id());
        json.put("version", outcome.version());
        json.put("references", planned.references());
        json.put("uses", planned.uses().stream().map(RegistrationJson::use).toList());
        return json;
    }

    private static Map<String, @Nullable Object> use(SchemaUse use) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("document", use.document());
        json.put("what", use.what());
        place(json, use.location());
        return json;
    }

    private static Map<String, @Nullable Object> diagnostic(Diagnostic diagnostic) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", diagnostic.code());
        json.put("severity", diagnostic.severity().label());
        json.put("message", diagnostic.message());
        place(json, diagnostic.location());
        json.put("pointer", diagnostic.pointer());
        json.put("hint", diagnostic.hint());
        return json;
    }

    private static void place(Map<String, @Nullable Object> json, Location location) {
        json.put("file", location.file());
        json.put("line", location.line());
        json.put("column", location.column());
    }
}
