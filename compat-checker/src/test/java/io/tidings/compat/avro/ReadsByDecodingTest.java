package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.avro.Decoding.Outcome;
import io.tidings.compat.avro.ReadRule.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds verdicts against Avro's own decoder: what is called compatible is decoded and means what was written, or was warned
 * about; for what is called incompatible, data are made that reach the place of each finding, and one fails or changes.
 * The profile {@code decoding} judges 65,000 seeds, of which more than 50,000
 * make two schemas; a failure prints its seed.
 */
class ReadsByDecodingTest {

    private static final int PAIRS = Integer.getInteger("tidings.pairs", 2_600);
    /** Pairs among which every rule is broken by some. */
    private static final int ENOUGH = 20_000;

    /** So many are told at once. */
    private static final int MOST = 6;

    private static final int FIRST = Integer.getInteger("tidings.pairs.first", 0);

    /**
     * Java reads a record by its fields, whatever its name; what the specification says of aliases it does only where
     * namespaces agree, and then it does it twice. Not every datum shows these.
     */
    private static final Set<ReadRule> ABOUT_NAMES =
            EnumSet.of(ReadRule.NAME, ReadRule.ALIAS_NAMESPACE, ReadRule.ALIAS_CHAIN);

    private static final Map<ReadRule, Meaning.Change> WARNED = Map.of(
            ReadRule.PROMOTION_LOSSY, Meaning.Change.NUMBER,
            ReadRule.BYTES_AS_STRING, Meaning.Change.TEXT,
            ReadRule.ENUM_DEFAULT, Meaning.Change.SYMBOL,
            ReadRule.LOGICAL_TYPE_ABSENT, Meaning.Change.LOGICAL);

    private final Map<ReadRule, Integer> shown = new EnumMap<>(ReadRule.class);
    private int compatible;
    private int refuted;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void verdicts_agree_with_the_decoder() {
        for (long seed = FIRST; seed < FIRST + PAIRS && wrong.size() < MOST; seed++) {
            List<String> texts = RandomSchemas.pair(seed);
            Schema writer = parse(texts.get(0));
            Schema reader = parse(texts.get(1));
            if (writer != null && reader != null) {
                RandomData data = new RandomData(writer, new Random(seed));
                if (data.possible(writer)) {
                    judge(reader, writer, data, "seed " + seed);
                }
            }
        }
        assertThat(wrong).isEmpty();
        // A generator that never breaks anything, or always, proves nothing.
        assertThat(compatible).isGreaterThan(PAIRS / 2);
        assertThat(refuted).isGreaterThan(PAIRS / 6);
        if (PAIRS >= ENOUGH) {
            System.out.println(compatible + " compatible, " + refuted + " not; shown by data: " + shown);
            Set<ReadRule> unshown = EnumSet.complementOf(EnumSet.copyOf(shown.keySet()));
            unshown.removeIf(rule -> rule.weight() == Weight.WARNING || ABOUT_NAMES.contains(rule));
            assertThat(unshown).as("rules of which no pair spoke").isEmpty();
        }
    }

    private void judge(Schema reader, Schema writer, RandomData data, String seed) {
        ReadVerdict verdict = AvroReader.judge(reader, writer);
        String context = seed + "\nreader " + reader + "\nwriter " + writer + "\n" + verdict + "\n";
        Decoding decoding = new Decoding(reader, writer);
        if (verdict.compatible()) {
            compatible++;
            Set<Meaning.Change> warned = EnumSet.noneOf(Meaning.Change.class);
            verdict.findings().stream()
                    .filter(finding -> WARNED.containsKey(finding.rule()))
                    .forEach(finding -> warned.add(WARNED.get(finding.rule())));
            for (int i = 0; i < 6; i++) {
                Outcome outcome = decoding.of(data.of(writer, 4));
                if (outcome.failure() != null || !warned.containsAll(outcome.changes())) {
                    wrong.add(context + "called compatible: " + outcome);
                    return;
                }
            }
        } else {
            refuted++;
            for (ReadFinding finding : verdict.findings()) {
                if (finding.rule().weight() != Weight.WARNING && !ABOUT_NAMES.contains(finding.rule())) {
                    Witness witness = new Witness(data, finding.writerPath());
                    boolean seen = !witness.possible(writer)
                            || witness.data(writer).stream()
                                    .anyMatch(datum -> decoding.of(datum).broken());
                    shown.merge(finding.rule(), 1, Integer::sum);
                    if (!seen) {
                        wrong.add(context + "not shown: " + finding);
                        return;
                    }
                }
            }
        }
    }

    @Test
    void a_verdict_has_a_reason() {
        for (long seed = 0; seed < 500; seed++) {
            List<String> texts = RandomSchemas.pair(seed);
            Schema writer = parse(texts.get(0));
            Schema reader = parse(texts.get(1));
            if (writer != null && reader != null) {
                ReadVerdict verdict = AvroReader.judge(reader, writer);
                boolean unreadable =
                        verdict.findings().stream().anyMatch(f -> f.rule().weight() == Weight.UNREADABLE);
                assertThat(verdict.resolves()).as("seed " + seed).isEqualTo(!unreadable);
            }
        }
    }

    private static @Nullable Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            // A mutation may have given two things one name.
            return null;
        }
    }
}
