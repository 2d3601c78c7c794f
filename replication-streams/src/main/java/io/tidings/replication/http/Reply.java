package io.tidings.replication.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An answer as HTTP sends it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final JsonFactory JSON = new JsonFactory();

    static Reply of(int status, String type, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        return new Reply(status, headers, body);
    }

    static Reply text(String type, String body) {
        return of(200, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, Consumer<JsonGenerator> writing) {
        return json(status, "application/json", writing);
    }

    static Reply problem(HttpProblem problem) {
        Reply reply = json(problem.status(), "application/problem+json", json -> {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type());
            json.writeStringProperty("title", problem.title());
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", problem.detail());
            json.writeEndObject();
        });
        return problem.passing() ? reply.with("Retry-After", "1") : reply;
    }

    private static Reply json(int status, String type, Consumer<JsonGenerator> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writing.accept(json);
        }
        return of(status, type, bytes.toByteArray());
    }

    /** The same with one more header. */
    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
