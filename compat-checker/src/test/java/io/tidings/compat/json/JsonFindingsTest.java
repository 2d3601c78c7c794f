package io.tidings.compat.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.diff.Change;
import io.tidings.compat.diff.Differences;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Judgement;
import io.tidings.compat.rulebook.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the findings about whole documents against the verdict on their payloads: a break is found somewhere if, and only if,
 * the schemas break, whichever way the messages go.
 */
class JsonFindingsTest {

    private static final int PAIRS = Integer.getInteger("tidings.pairs", 300);
    private static final long FIRST = Long.getLong("tidings.seed", 0);

    @TempDir
    private Path directory;

    @Test
    void findings_agree_with_the_verdict() throws IOException {
        int broken = 0;
        int whole = 0;
        for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
            List<Object> pair = RandomJson.pair(seed);
            if (RandomJson.selfMade(pair.get(0)) || RandomJson.selfMade(pair.get(1))) {
                continue;
            }
            String was = JsonTexts.text(pair.get(0));
            String is = JsonTexts.text(pair.get(1));
            for (String action : List.of("send", "receive")) {
                JsonVerdict verdict = action.equals("send") ? SchemaTexts.judge(was, is) : SchemaTexts.judge(is, was);
                List<String> breaks = breaks(document(was, action), document(is, action));
                String context = "seed " + seed + " " + action + "\nold " + was + "\nnew " + is + "\n"
                        + JsonReaderTest.text(verdict) + "\n" + String.join("\n", breaks);
                assertThat(breaks.isEmpty()).as(context).isEqualTo(verdict.readable());
                broken += breaks.isEmpty() ? 0 : 1;
                whole += breaks.stream().anyMatch(text -> text.startsWith("json-unreadable")) ? 1 : 0;
            }
        }
        assertThat(broken).isGreaterThan(PAIRS / 4);
        assertThat(whole).as("breaks that no rule names").isLessThan(PAIRS / 50 + 1);
    }

    /** What is written otherwise is never passed over in silence, whoever sends it and however long it is kept. */
    @Test
    void different_texts_have_a_finding() throws IOException {
        int different = 0;
        for (long seed = FIRST; seed < FIRST + PAIRS / 2; seed++) {
            List<Object> pair = RandomJson.pair(seed);
            Object was = Expansion.of(pair.get(0));
            Object is = Expansion.of(pair.get(1));
            if (was.equals(is)) {
                continue;
            }
            different++;
            for (String action : List.of("send", "receive")) {
                for (String retention : List.of("transient", "retained")) {
                    List<String> findings = findings(
                            document(JsonTexts.text(pair.get(0)), action, retention),
                            document(JsonTexts.text(pair.get(1)), action, retention));
                    assertThat(findings)
                            .as("seed %s %s %s\nold %s\nnew %s", seed, action, retention, was, is)
                            .isNotEmpty();
                }
            }
        }
        assertThat(different).isGreaterThan(PAIRS / 4);
    }

    /** Schemas with what they refer to in place, some levels deep. */
    private record Expansion(Map<?, ?> definitions) {

        static Object of(Object root) {
            return new Expansion(JsonTexts.object(root, "definitions")).expand(root, 4);
        }

        private Object expand(@Nullable Object schema, int depth) {
            if (schema instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                return depth == 0 ? "deeper" : expand(definitions.get(name), depth - 1);
            }
            if (schema instanceof Map<?, ?> map) {
                Map<String, Object> copy = new TreeMap<>();
                map.forEach((name, part) -> copy.put(String.valueOf(name), expand(part, depth)));
                copy.remove("definitions");
                return copy;
            }
            return schema instanceof List<?> list
                    ? list.stream().map(part -> expand(part, depth)).toList()
                    : String.valueOf(schema);
        }
    }

    private static List<String> findings(AsyncApiDocument base, AsyncApiDocument head) {
        return Differences.between(base, head).stream()
                .flatMap(change -> Rules.judge(change).stream())
                .map(judgement -> judgement.rule().id())
                .toList();
    }

    private static List<String> breaks(AsyncApiDocument base, AsyncApiDocument head) {
        List<String> breaks = new ArrayList<>();
        for (Change change : Differences.between(base, head)) {
            for (Judgement judgement : Rules.judge(change)) {
                if (judgement.impact().wire() == Bump.MAJOR) {
                    breaks.add(judgement.rule().id() + " " + change.at().path() + " " + judgement.reason());
                }
            }
        }
        return breaks;
    }

    private AsyncApiDocument document(String schema, String action) throws IOException {
        return document(schema, action, "transient");
    }

    private AsyncApiDocument document(String schema, String action, String retention) throws IOException {
        // References within the schema are, in a document, references within the document.
        String text = """
                {"asyncapi": "3.0.0", "info": {"title": "T", "version": "1.0.0"},
                 "channels": {"c": {"address": "c", "x-tidings": {"retention": "%s"},
                   "messages": {"M": {"payload": %s}}}},
                 "operations": {"o": {"action": "%s", "channel": {"$ref": "#/channels/c"}}}}
                """.formatted(
                retention, schema.replace("#/definitions/", "#/channels/c/messages/M/payload/definitions/"), action);
        Path file = Files.writeString(directory.resolve("document.json"), text);
        var result = AsyncApi.read(file);
        return result.document().orElseThrow(() -> new AssertionError(text + result.diagnostics()));
    }
}
