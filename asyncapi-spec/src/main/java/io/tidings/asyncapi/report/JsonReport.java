package io.tidings.asyncapi.report;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * For programs:
 * {@code {"formatVersion":1,"files":[{"file","valid","version","diagnostics":[{"code","severity","message","file","line","column","pointer","hint"}]}]}}.
 * {@code version} and {@code hint} are null where there is none.
 */
public final class JsonReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String of(List<ReadResult> results) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("formatVersion", 1);
        report.put("files", results.stream().map(JsonReport::file).toList());
        return MAPPER.writeValueAsString(report) + "\n";
    }

    public static void write(List<ReadResult> results, Appendable out) throws IOException {
        out.append(of(results));
    }

    /** What is said of one file. */
    public static Map<String, @Nullable Object> file(ReadResult result) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("file", result.file().toString());
        file.put("valid", result.valid());
        file.put("version", result.version().orElse(null));
        List<Object> diagnostics = new ArrayList<>();
        result.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic(diagnostic)));
        file.put("diagnostics", diagnostics);
        return file;
    }

    private static Map<String, @Nullable Object> diagnostic(Diagnostic diagnostic) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("code", diagnostic.code());
        entry.put("severity", diagnostic.severity().label());
        entry.put("message", diagnostic.message());
        entry.put("file", diagnostic.location().file());
        entry.put("line", diagnostic.location().line());
        entry.put("column", diagnostic.location().column());
        entry.put("pointer", diagnostic.pointer());
        entry.put("hint", diagnostic.hint());
        return entry;
    }
}
