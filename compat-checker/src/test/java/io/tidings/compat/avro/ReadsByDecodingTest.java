package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.avro.ReadRule.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds verdicts against Avro's own decoder: what is called compatible is decoded without an error, and what is called
 * unreadable is shown to be so by a datum. {@code -Dtidings.pairs=50000} judges more; a failure prints its seed.
 */
class ReadsByDecodingTest {

    private static final int PAIRS = Integer.getInteger("tidings.pairs", 3000);
    /** Java reads a record by its fields, whatever its name; the specification does not. */
    private static final Set<ReadRule> ABOUT_NAMES = EnumSet.of(ReadRule.NAME, ReadRule.UNION_BRANCH);

    @Test
    void verdicts_agree_with_the_decoder() throws IOException {
        int compatible = 0;
        int refuted = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            var texts = RandomSchemas.pair(seed);
            Schema writer = parse(texts.get(0));
            Schema reader = parse(texts.get(1));
            if (writer == null || reader == null) {
                continue;
            }
            ReadVerdict verdict = AvroReader.judge(reader, writer);
            String failure = firstFailure(reader, writer, seed, verdict.compatible() ? 8 : 60);
            String context = "seed " + seed + "\nreader " + reader + "\nwriter " + writer + "\n" + verdict;
            if (verdict.compatible()) {
                assertThat(failure).as(context).isNull();
                compatible++;
            } else if (verdict.findings().stream().noneMatch(finding -> ABOUT_NAMES.contains(finding.rule()))) {
                assertThat(failure).as(context).isNotNull();
                refuted++;
            }
        }
        // A generator that never breaks anything, or always, proves nothing.
        assertThat(compatible).isGreaterThan(PAIRS / 10);
        assertThat(refuted).isGreaterThan(PAIRS / 20);
    }

    @Test
    void a_verdict_has_a_reason() {
        for (long seed = 0; seed < 500; seed++) {
            var texts = RandomSchemas.pair(seed);
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

    private static @Nullable String firstFailure(Schema reader, Schema writer, long seed, int attempts)
            throws IOException {
        RandomData data = new RandomData(seed);
        for (int i = 0; i < attempts; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(writer).write(data.of(writer, 4), encoder);
            encoder.flush();
            // Avro 1.12.2 refuses an array when fewer bytes are left than its items would need by the reader's schema,
            // though they were written by another. That is about the end of the buffer, not about the schemas.
            bytes.write(new byte[1024]);
            try {
                new GenericDatumReader<>(writer, reader)
                        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            } catch (RuntimeException e) {
                return e.toString();
            }
        }
        return null;
    }
}
