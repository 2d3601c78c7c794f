package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.avro.DatumOutput;
import io.tidings.registry.InMemorySchemaRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What takes no bytes, or is filled in, is bounded in memory; what people send is read nevertheless. */
class MemoryBoundTest {

    private static final String NOTHING = record("Item", 0, i -> "");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);

    @Test
    void refusesManyWideRecordsOfNulls() {
        refuses(items(record("Item", 1000, i -> "\"null\"")), 65_000, 0);
    }

    @Test
    void refusesManyRecordsThatContainOthersTwice() {
        refuses(items(doubled(8)), 65_000, 0);
    }

    /** The reader cannot be asked for one of them, were there only one. */
    @Test
    void refusesRecordsOfNullsThatDoubleAtEachLevel() {
        refuses(items(doubled(16)), 1, 0);
        refuses(parse(doubled(16)));
    }

    @Test
    void refusesManyDefaultsFromFewBytes() {
        String evolved =
                record("Item", 20, i -> "{\"type\":\"array\",\"items\":\"string\"},\"default\":[\"aaaaaaaaaa\",\"b\"]");
        refuses(items(evolved), message(items(NOTHING), 65_000, 0));
    }

    @Test
    void refusesManyWideRecordsThatAreOptional() {
        Schema schema = items("[\"null\"," + record("Item", 1000, i -> "\"null\"") + "]");
        long[] numbers = new long[60_002];
        Arrays.fill(numbers, 1);
        numbers[0] = 60_000;
        numbers[60_001] = 0;
        refuses(schema, numbers);
    }

    @Test
    void refusesLargeFixedsThatAreNotThere() {
        String fixed = "{\"type\":\"fixed\",\"name\":\"Large\",\"size\":100000000}";
        refuses(parse(record("R", 1, i -> fixed)), 1);
        refuses(items("[\"null\"," + fixed + "]"), 1, 1);
    }

    @Test
    void readsManySmallItemsThatWereEvolved() {
        Schema written = items(record("Item", 2, i -> "\"string\""));
        String older = "{\"name\":\"f0\",\"type\":\"string\"},{\"name\":\"f1\",\"type\":\"string\"}";
        Schema evolved = items("{\"type\":\"record\",\"name\":\"Item\",\"fields\":[" + older
                + ",{\"name\":\"note\",\"type\":\"string\",\"default\":\"none\"}"
                + ",{\"name\":\"count\",\"type\":\"long\",\"default\":7}"
                + ",{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[\"new\"]}]}");
        int count = 300_000;
        DatumOutput out = new DatumOutput();
        out.reset(WireFormat.HEADER);
        out.writeLong(count);
        for (int i = 0; i < count; i++) {
            out.writeString("abcd");
            out.writeString("efgh");
        }
        out.writeLong(0);

        assertThat(size(deserializer.deserialize("t", framed(written, out), evolved)))
                .isEqualTo(count);
    }

    @Test
    void readsItemsWithoutBytes() {
        assertThat(size(deserializer.deserialize("t", message(items(NOTHING), 65_000, 0))))
                .isEqualTo(65_000);
        assertThat(size(deserializer.deserialize("t", message(items("\"null\""), 65_000, 0))))
                .isEqualTo(65_000);
    }

    @Test
    void givesBackTheBufferOfWhatFailedWhileItWasWritten() {
        DatumOutput out = new DatumOutput();
        byte[] large = new byte[8 << 20];
        out.write(large, 0, large.length);

        out.reset(0);

        assertThat(Allocation.of(() -> written(out, large)).bytes()).isGreaterThan(large.length);
    }

    private static DatumOutput written(DatumOutput out, byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        return out;
    }

    private static int size(@Nullable Object bag) {
        return ((List<?>) ((GenericRecord) Objects.requireNonNull(bag)).get("items")).size();
    }

    private void refuses(Schema schema, long... numbers) {
        refuses(schema, message(schema, numbers));
    }

    private void refuses(Schema reads, byte[] message) {
        // Once for the classes and the schemas.
        Allocation.of(() -> deserializer.deserialize("t", message, reads));

        Allocation allocation = Allocation.of(() -> deserializer.deserialize("t", message, reads));

        assertThat(allocation.read()).isNull();
        assertThat(allocation.bytes()).isLessThan(Allocation.limit(message));
    }

    private byte[] message(Schema schema, long... numbers) {
        DatumOutput out = new DatumOutput();
        out.reset(WireFormat.HEADER);
        for (long number : numbers) {
            out.writeLong(number);
        }
        return framed(schema, out);
    }

    private byte[] framed(Schema schema, DatumOutput out) {
        byte[] message = out.toByteArray();
        WireFormat.putHeader(message, registry.register("s", schema));
        return message;
    }

    private static Schema items(String item) {
        return parse("{\"type\":\"record\",\"name\":\"Bag\",\"fields\":["
                + "{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":" + item + "}}]}");
    }

    private static String record(String name, int fields, IntFunction<String> type) {
        return IntStream.range(0, fields)
                .mapToObj(i -> "{\"name\":\"f" + i + "\",\"type\":" + type.apply(i) + "}")
                .collect(Collectors.joining(",", "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[", "]}"));
    }

    /** A record of nulls, in a record twice, which is in a record twice, and so on. */
    private static String doubled(int levels) {
        return levels == 0
                ? record("N0", 100, i -> "\"null\"")
                : record("N" + levels, 2, i -> i == 0 ? doubled(levels - 1) : "\"N" + (levels - 1) + "\"");
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
