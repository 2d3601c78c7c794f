package io.tidings.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges many pairs in one run. A line that cannot be judged is answered by an error in its place, so that the others are
 * judged all the same.
 */
record PairsFile(Path file, @Nullable SchemaKind kind, PrintWriter out, PrintWriter err, boolean strict) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    int judge() {
        List<String> lines = SchemaFile.text(file).lines().toList();
        int status = Status.HOLDS;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                status = Math.max(status, judge(lines.get(i), i + 1));
            }
        }
        out.flush();
        return status;
    }

    private int judge(String line, int number) {
        JsonNode id = null;
        try {
            JsonNode pair = parse(line);
            id = pair.get("id");
            SchemaAnswer verdict =
                    SchemaAnswer.of(kind, schema(pair, "reader"), "reader", schema(pair, "writer"), "writer");
            out.print(Verdicts.line(id, verdict));
            return Status.of(verdict.holds(strict));
        } catch (UnusableInput e) {
            out.print(Verdicts.error(id, number, String.valueOf(e.getMessage())));
            err.println("tidings: " + file + ":" + number + ": " + e.getMessage());
            return Status.UNUSABLE;
        }
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode pair = MAPPER.readTree(line.startsWith("\uFEFF") ? line.substring(1) : line);
            if (!pair.isObject()) {
                throw new UnusableInput("the line is not a JSON object");
            }
            return pair;
        } catch (JacksonException e) {
            throw new UnusableInput("the line is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String schema(JsonNode pair, String side) {
        @Nullable JsonNode schema = pair.get(side);
        if (schema == null) {
            throw new UnusableInput("the line has no \"" + side + "\"");
        }
        // A schema may also stand as text within the JSON; a plain name is the text of a primitive type.
        boolean text = schema.isString() && schema.stringValue().strip().matches("(?s)[\\[{\"].*");
        return text ? schema.stringValue() : schema.toString();
    }
}
