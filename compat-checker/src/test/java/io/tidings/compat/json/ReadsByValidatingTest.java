package io.tidings.compat.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds verdicts against a validator: what is called readable refuses nothing that is sent, and what is called unreadable is
 * shown to be so by a value that the writer's schema admits and the reader's does not. {@code -Dtidings.pairs=20000} judges
 * more; a failure prints its seed.
 */
class ReadsByValidatingTest {

    private static final int PAIRS = Integer.getInteger("tidings.pairs", 2000);
    /**
     * Here a value fits one alternative of {@code oneOf} only because it violates a property that another one declares. Senders are
     * taken not to send what no alternative that they keep to declares.
     */
    private static final long MIXED = 18_677;

    private static final long FIRST = Long.getLong("tidings.seed", 0);
    private static final int VALUES = 40;

    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft7());

    @Test
    void verdicts_agree_with_a_validator() {
        int readable = 0;
        int unreadable = 0;
        int sent = 0;
        Map<String, Integer> undecided = new TreeMap<>();
        for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
            List<Object> pair = RandomJson.pair(seed);
            if (seed == MIXED || RandomJson.selfMade(pair.get(0)) || RandomJson.selfMade(pair.get(1))) {
                continue; // no validator comes back from there
            }
            String writer = JsonTexts.text(pair.get(0));
            String reader = JsonTexts.text(pair.get(1));
            Schema writes = registry.getSchema(writer);
            Schema reads = registry.getSchema(reader);
            JsonVerdict verdict = SchemaTexts.judge(reader, writer);
            String context =
                    "seed " + seed + "\nreader " + reader + "\nwriter " + writer + "\n" + JsonReaderTest.text(verdict);
            if (verdict instanceof JsonVerdict.Unreadable no) {
                String witness = JsonValue.text(no.witness(), 100_000);
                assertThat(valid(writes, witness)).as(context).isTrue();
                assertThat(valid(reads, witness)).as(context).isFalse();
                unreadable++;
            } else if (verdict instanceof JsonVerdict.Undecided open) {
                undecided.merge(open.keyword(), 1, Integer::sum);
            } else {
                for (String value : values(pair.get(0), writes, seed)) {
                    assertThat(valid(reads, value))
                            .as(context + "\nvalue " + value)
                            .isTrue();
                    sent++;
                }
                readable++;
            }
        }
        int open = undecided.values().stream().mapToInt(count -> count).sum();
        if (PAIRS > 2000) {
            System.out.printf(
                    "%d readable, %d unreadable, undecided %s, %d values%n", readable, unreadable, undecided, sent);
        }
        // A checker that decides nothing, or a generator that never or always breaks something, proves nothing.
        assertThat(readable).isGreaterThan(PAIRS / 5);
        assertThat(unreadable).isGreaterThan(PAIRS / 5);
        assertThat(sent).isGreaterThan(readable);
        assertThat(open).as("%s", undecided).isLessThan(PAIRS / 10);
    }

    private static List<String> values(Object schema, Schema writes, long seed) {
        SentValues values = new SentValues(schema, seed);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            String value = JsonTexts.text(values.next());
            if (valid(writes, value)) {
                sent.add(value);
            }
        }
        return sent;
    }

    private static boolean valid(Schema schema, String value) {
        return schema.validate(value, InputFormat.JSON).isEmpty();
    }
}
