package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.MalformedDatumException;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the serializers use codecs, and where they leave a record to Avro. Avro reads lists of a class of its own. */
class CodecsInUseTest {

    private static final String FIELDS = """
            {"type":"record","name":"Tour","namespace":"use","fields":[
              {"name":"at","type":{"type":"long","logicalType":"%s"}},
              {"name":"stops","type":{"type":"array","items":"string"}}]}""";
    private static final Schema TOUR = parse(FIELDS.formatted("timestamp-millis"));
    private static final Schema IN_MICROS = parse(FIELDS.formatted("timestamp-micros"));

    @TempDir
    static Path folder;

    private static CodecWorkshop workshop;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @BeforeAll
    static void generate() throws IOException {
        workshop = CodecWorkshop.compile(List.of(TOUR), folder);
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    /** A message as any producer writes it: the schema need not name Java's classes. */
    private byte[] message(Schema schema, byte[] datum) {
        int id = registry.register("tours-value", schema);
        return ByteBuffer.allocate(5 + datum.length)
                .put((byte) 0)
                .putInt(id)
                .put(datum)
                .array();
    }

    private static byte[] datum(Schema schema) throws IOException {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("at", 1_763_806_530_123L);
        record.put("stops", List.of("Kitchen", "Do\u0308rfl"));
        return AvroItself.generic(schema, record);
    }

    @SuppressWarnings("unchecked") // the workshop's class
    private AvroDeserializer<IndexedRecord> deserializer() {
        return new AvroDeserializer<>(registry, (Class<IndexedRecord>) workshop.type(TOUR));
    }

    private IndexedRecord read(byte[] message) {
        return Objects.requireNonNull(deserializer().deserialize("tours", message));
    }

    @Test
    void readsWithTheCodecWhatHasTheSameLayout() throws IOException {
        IndexedRecord tour = read(message(TOUR, datum(TOUR)));

        assertThat(tour.get(1)).isInstanceOf(ArrayList.class).isEqualTo(List.of("Kitchen", "Do\u0308rfl"));
    }

    @Test
    void leavesAnotherLogicalTypeToAvro() throws IOException {
        IndexedRecord tour = read(message(IN_MICROS, datum(IN_MICROS)));

        assertThat(tour.get(1)).isInstanceOf(GenericData.Array.class);
    }

    @Test
    void writesWhatAvroWrites() throws IOException {
        AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of(), false);
        IndexedRecord tour = read(message(TOUR, datum(TOUR)));

        byte[] message = Objects.requireNonNull(serializer.serialize("tours", tour));

        assertThat(Arrays.copyOfRange(message, 5, message.length)).isEqualTo(datum(TOUR));
    }

    @Test
    void avroTellsWhereAValueIsMissing() throws IOException {
        AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of(), false);
        IndexedRecord tour = read(message(TOUR, datum(TOUR)));
        tour.put(1, Arrays.asList("Kitchen", null));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("tours", tour))
                .withMessageContaining("stops[1]");
    }

    @Test
    void refusesTrailingBytesAndMissingOnes() throws IOException {
        byte[] message = message(TOUR, datum(TOUR));

        for (int length : new int[] {message.length + 1, message.length - 1, 6, 5}) {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> deserializer().deserialize("tours", Arrays.copyOf(message, length)));
        }
    }

    @Test
    void readsMalformedTextAsAvroDoesOrRefusesIt() {
        byte[] text = {0, 2, 4, (byte) 0xC3, 0x28, 0};

        Object lenient = workshop.codec(TOUR).read(new DatumInput(text, 0));

        assertThat(((IndexedRecord) lenient).get(1)).isEqualTo(List.of("\uFFFD("));
        assertThatExceptionOfType(MalformedDatumException.class)
                .isThrownBy(() -> workshop.codec(TOUR).read(new DatumInput(text, 0, true)));
        byte[] replaced = {0, 2, 6, (byte) 0xEF, (byte) 0xBF, (byte) 0xBD, 0};
        assertThat(workshop.codec(TOUR).read(new DatumInput(replaced, 0, true))).isNotNull();
    }
}
