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
        // References within the schema are, in a document, references within the document.
        String text =
                """
                {"asyncapi": "3.0.0", "info": {"title": "T", "version": "1.0.0"},
                 "channels": {"c": {"address": "c", "x-tidings": {"retention": "transient"},
                   "messages": {"M": {"payload": %s}}}},
                 "operations": {"o": {"action": "%s", "channel": {"$ref": "#/channels/c"}}}}
                """.formatted(schema.replace("#/definitions/", "#/channels/c/messages/M/payload/definitions/"), action);
        Path file = Files.writeString(directory.resolve("document.json"), text);
        var result = AsyncApi.read(file);
        return result.document().orElseThrow(() -> new AssertionError(text + result.diagnostics()));
    }
}
