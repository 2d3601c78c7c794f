package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Codecs of random schemas write, byte for byte, what Avro writes, and read what Avro reads. {@code -Dcodecs.schemas=10000}
 * tries more of them, {@code -Dcodecs.seed=N} others.
 */
class CodecEqualityTest {

    private static final int SCHEMAS = Integer.getInteger("codecs.schemas", 60);
    private static final long SEED = Long.getLong("codecs.seed", 4);
    private static final int BATCH = 100;
    private static final int VALUES = 25;

    @TempDir
    Path folder;

    @Test
    void codecsOfRandomSchemasAgreeWithAvro() throws IOException {
        for (int from = 0; from < SCHEMAS; from += BATCH) {
            long first = SEED * 1_000_000 + from;
            List<Schema> schemas = LongStream.range(first, first + Math.min(BATCH, SCHEMAS - from))
                    .mapToObj(RandomSchemas::record)
                    .toList();
            CodecWorkshop workshop = CodecWorkshop.compile(schemas, folder.resolve("from" + from));
            for (int i = 0; i < schemas.size(); i++) {
                agrees(workshop, schemas.get(i), first + i);
            }
        }
    }

    static void agrees(CodecWorkshop workshop, Schema schema, long seed) throws IOException {
        Class<?> type = workshop.type(schema);
        RecordCodec<Object> codec = workshop.codec(schema);
        AvroItself avro = new AvroItself(type, codec.schema());
        RandomDatums datums = new RandomDatums(seed);
        DatumOutput out = new DatumOutput();
        for (int i = 0; i < VALUES; i++) {
            byte[] bytes = AvroItself.generic(schema, datums.datum(schema));
            Object expected = avro.read(bytes);

            DatumInput in = new DatumInput(bytes, 0);
            Object read = codec.read(in);
            out.reset(0);
            codec.write(expected, out);

            assertThat(AvroItself.content(read))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(AvroItself.content(expected));
            assertThat(in.remaining()).as("seed %d, value %d", seed, i).isZero();
            assertThat(out.toByteArray()).as("seed %d, value %d", seed, i).isEqualTo(avro.write(expected));
        }
    }
}
