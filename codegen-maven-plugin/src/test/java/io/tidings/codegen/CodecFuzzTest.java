package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.MalformedDatumException;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the bytes are, a codec reads a record or fails as it says, and allocates no more than a multiple of the input.
 * {@code -Dcodecs.mutations=1000000} tries more, {@code -Dcodecs.seed=N} others.
 */
class CodecFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("codecs.mutations", 50_000);
    private static final long SEED = Long.getLong("codecs.seed", 4);
    private static final int SCHEMAS = 30 + MUTATIONS / 10_000;
    private static final int PAYLOADS = 20;

    /** What a byte of input may cost: an item of one byte is an object in a list, or an entry in a map. */
    private static final long BYTES_FOR_A_BYTE = 128;

    /** What items that take no bytes may cost in all: 65,536 of them are read. */
    private static final long BYTES_FOR_NOTHING = 4L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void mutatedPayloadsDoNoHarm() throws IOException {
        List<Schema> schemas = LongStream.range(0, SCHEMAS)
                .mapToObj(i -> RandomSchemas.record(SEED * 7_000_000 + i))
                .toList();
        CodecWorkshop workshop = CodecWorkshop.compile(schemas, folder);
        Random random = new Random(SEED);
        int left = MUTATIONS;
        int refused = 0;
        while (left > 0) {
            Schema schema = schemas.get(random.nextInt(SCHEMAS));
            List<byte[]> payloads = payloads(schema, random.nextLong());
            RecordCodec<Object> codec = workshop.codec(schema);
            AvroItself avro = new AvroItself(codec.type(), codec.schema());
            for (int i = 0; i < 1000 && left > 0; i++, left--) {
                byte[] mutant = mutated(payloads.get(random.nextInt(PAYLOADS)), random);
                refused += survives(codec, avro, mutant) ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
        System.out.println("seed " + SEED + ": " + MUTATIONS + " mutants, " + refused + " refused");
    }

    /** What a record needs is there or it is not: no beginning of one is another. */
    @Test
    void refusesEachTruncationAndLeavesWhatFollows() throws IOException {
        List<Schema> schemas = LongStream.range(0, 10)
                .mapToObj(i -> RandomSchemas.record(SEED * 9_000_000 + i))
                .toList();
        CodecWorkshop workshop = CodecWorkshop.compile(schemas, folder);
        for (Schema schema : schemas) {
            RecordCodec<Object> codec = workshop.codec(schema);
            for (byte[] payload : payloads(schema, SEED)) {
                DatumInput longer = new DatumInput(Arrays.copyOf(payload, payload.length + 3), 0);
                codec.read(longer);
                assertThat(longer.remaining()).isEqualTo(3);
                for (int length = 0; length < payload.length; length++) {
                    byte[] part = Arrays.copyOf(payload, length);
                    assertThatExceptionOfType(MalformedDatumException.class)
                            .as("%s, %d of %s", schema, length, HexFormat.of().formatHex(payload))
                            .isThrownBy(() -> codec.read(new DatumInput(part, 0)));
                }
            }
        }
    }

    private static List<byte[]> payloads(Schema schema, long seed) throws IOException {
        RandomDatums datums = new RandomDatums(seed);
        List<byte[]> payloads = new ArrayList<>();
        for (int i = 0; i < PAYLOADS; i++) {
            payloads.add(AvroItself.generic(schema, datums.datum(schema)));
        }
        return payloads;
    }

    /** Whether the codec reads it; and then Avro reads the same, and what was read can be written, to be read as the same again. */
    private static boolean survives(RecordCodec<Object> codec, AvroItself avro, byte[] bytes) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object read;
        try {
            read = codec.read(new DatumInput(bytes, 0));
        } catch (MalformedDatumException e) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    "seed " + SEED + ": " + codec.schema() + " "
                            + HexFormat.of().formatHex(bytes),
                    e);
        } finally {
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated)
                    .as("seed %d, %d bytes", SEED, bytes.length)
                    .isLessThan(BYTES_FOR_NOTHING + BYTES_FOR_A_BYTE * bytes.length);
        }
        Object content = AvroItself.content(read);
        assertThat(content)
                .as("seed %d, %s", SEED, HexFormat.of().formatHex(bytes))
                .isEqualTo(AvroItself.content(avro.read(bytes)));
        if (readsStrictly(codec, bytes)) {
            assertThat(AvroItself.content(codec.read(new DatumInput(bytes, 0, true))))
                    .isEqualTo(content);
        }
        DatumOutput out = new DatumOutput();
        try {
            codec.write(read, out);
        } catch (AvroTypeException | ArithmeticException tooManyDigits) {
            // Avro too reads decimals beyond their precision, and does not write them; nor what another decimal of the
            // union would be written as.
            return true;
        }
        Object again = codec.read(new DatumInput(out.toByteArray(), 0));
        assertThat(AvroItself.content(again)).as("seed %d", SEED).isEqualTo(content);
        return true;
    }

    private static boolean readsStrictly(RecordCodec<Object> codec, byte[] bytes) {
        try {
            codec.read(new DatumInput(bytes, 0, true));
            return true;
        } catch (MalformedDatumException notUtf8) {
            return false;
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = mutatedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                yield bytes;
            }
            case 2 -> {
                Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(12)), (byte) -1);
                yield bytes;
            }
            case 3 -> spliced(bytes, at, varint(random.nextLong() >> random.nextInt(64)));
            case 4 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 20)));
            default -> spliced(bytes, at, varint(-1 - random.nextInt(100_000)));
        };
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] insert) {
        byte[] longer = new byte[bytes.length + insert.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(insert, 0, longer, at, insert.length);
        System.arraycopy(bytes, at, longer, at + insert.length, bytes.length - at);
        return longer;
    }

    private static byte[] varint(long value) {
        DatumOutput out = new DatumOutput();
        out.reset(0);
        out.writeLong(value);
        return out.toByteArray();
    }
}
