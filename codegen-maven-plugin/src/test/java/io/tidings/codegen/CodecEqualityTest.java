package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(names = "String", mode = EnumSource.Mode.EXCLUDE)
    void codecsAgreeWithAvroWhateverTheClassOfText(StringType stringType) throws IOException {
        List<Schema> schemas = LongStream.range(0, 8)
                .mapToObj(i -> RandomSchemas.record(SEED * 2_000_000 + i))
                .toList();
        CodecWorkshop workshop = CodecWorkshop.compile(schemas, folder, stringType);
        for (int i = 0; i < schemas.size(); i++) {
            agrees(workshop, schemas.get(i), SEED + i);
        }
    }

    /** Text is of the class that Avro gives it. */
    @ParameterizedTest
    @EnumSource
    void readsTextAsTheClassAskedFor(StringType stringType) throws IOException {
        Schema schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Texts\",\"namespace\":\"texts\",\"fields\":["
                        + "{\"name\":\"one\",\"type\":\"string\"},"
                        + "{\"name\":\"maybe\",\"type\":[\"null\",\"string\"]},"
                        + "{\"name\":\"all\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},"
                        + "{\"name\":\"any\",\"type\":[\"int\",\"string\"]}]}");
        CodecWorkshop workshop = CodecWorkshop.compile(List.of(schema), folder, stringType);
        byte[] bytes = {2, 'a', 2, 2, 'b', 2, 2, 'c', 0, 2, 2, 'd'};

        IndexedRecord record = (IndexedRecord) workshop.codec(schema).read(new DatumInput(bytes, 0));

        Class<?> expected = stringType == StringType.String ? String.class : Utf8.class;
        assertThat(List.of(record.get(0), record.get(1), ((List<?>) record.get(2)).get(0), record.get(3)))
                .hasOnlyElementsOfType(expected);
    }

    static void agrees(CodecWorkshop workshop, Schema schema, long seed) throws IOException {
        Class<?> type = workshop.type(schema);
        RecordCodec<Object> codec = workshop.codec(schema);
        AvroItself avro = new AvroItself(type, codec.schema());
        RandomDatums datums = new RandomDatums(seed);
        for (int i = 0; i < VALUES; i++) {
            byte[] bytes = AvroItself.generic(schema, datums.datum(schema));
            Object expected = avro.read(bytes);

            DatumInput in = new DatumInput(bytes, 0);
            Object read = codec.read(in);

            assertThat(AvroItself.content(read))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(AvroItself.content(expected));
            assertThat(in.remaining()).as("seed %d, value %d", seed, i).isZero();
            assertThat(written(codec, expected))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(written(avro, expected));
        }
    }

    /** Null for what is refused: a union may have several decimals, and then the first of them is tried, whatever its scale. */
    private static byte @Nullable [] written(RecordCodec<Object> codec, Object record) {
        DatumOutput out = new DatumOutput();
        out.reset(0);
        try {
            codec.write(record, out);
        } catch (AvroRuntimeException | ArithmeticException e) {
            return null;
        }
        return out.toByteArray();
    }

    private static byte @Nullable [] written(AvroItself avro, Object record) throws IOException {
        try {
            return avro.write(record);
        } catch (AvroRuntimeException e) {
            return null;
        }
    }
}
