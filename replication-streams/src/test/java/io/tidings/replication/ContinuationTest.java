package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.generations.Shape;
import io.tidings.replication.internal.generations.Translation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class ContinuationTest {

    private static final String NAME = "{\"name\":\"name\",\"type\":\"string\"}";
    private static final String CITY = "{\"name\":\"city\",\"type\":\"string\",\"default\":\"nowhere\"}";
    private static final List<String> FEEDS = List.of("a|string", "b|string");

    @Test
    void aFieldMoreIsReadAsItsDefaultAndLeftOutWhenItIsStored() throws IOException {
        Schema then = schema(NAME);
        Schema now = schema(CITY, NAME);
        Translation translation = Continuation.of(shape(then), shape(now)).orElseThrow();

        GenericRecord old = new GenericData.Record(then);
        old.put("name", "Roma");
        GenericRecord seen = read(translation.today().apply(bytes(old)), now);
        assertThat(seen.get("name")).hasToString("Roma");
        assertThat(seen.get("city")).hasToString("nowhere");

        seen.put("city", "Lazio");
        assertThat(read(translation.stored().apply(bytes(seen)), then)).isEqualTo(old);
    }

    @Test
    void eventsAndStepsAreStoredAsTheStoreHasThem() {
        Schema then = schema(NAME);
        Schema now = schema(NAME, CITY);
        Translation translation = Continuation.of(shape(then), shape(now)).orElseThrow();
        GenericRecord record = new GenericData.Record(now);
        record.put("name", "Roma");
        record.put("city", "Lazio");
        RowValue todays = value(record);

        Event upsert = read(translation, new Event.Upsert(0, 1, 2, todays));
        assertThat(((Event.Upsert) upsert).value())
                .isEqualTo(translation.stored().apply(todays));
        Event change = read(translation, new Event.Change(0, 1, 2, before -> before == null ? todays : null));
        assertThat(((Event.Change) change).step().after(null))
                .isEqualTo(translation.stored().apply(todays));
        assertThat(((Event.Change) change).step().after(translation.stored().apply(todays)))
                .isNull();
    }

    @Test
    void indexesAreKeptUnderTheNumbersOfTheStore() {
        Schema schema = schema(NAME);
        Shape then = new Shape("1", "streams", true, schema.toString(), FEEDS, List.of("byName:string"));
        Shape now = new Shape("2", "streams", true, schema.toString(), FEEDS, List.of("new:int", "byName:string"));
        Translation translation = Continuation.of(then, now).orElseThrow();
        Indexer todays = value -> List.of(new IndexEntry(0, new byte[] {1}), new IndexEntry(1, new byte[] {2}));

        assertThat(translation.indexNumbers()).containsExactly(-1, 0);
        assertThat(translation.indexing(todays).entries(RowValue.of(new byte[0])))
                .containsExactly(new IndexEntry(0, new byte[] {2}));
    }

    @Test
    void whatDoesLessOrOtherwiseDoesNotGoOn() {
        Schema then = schema(NAME, CITY);
        assertThat(Continuation.of(shape(then), shape(then))).isPresent();
        assertThat(Continuation.of(shape(then), shape(schema(NAME))))
                .as("a field less")
                .isEmpty();
        assertThat(Continuation.of(
                        shape(schema(NAME)), shape(schema(NAME, CITY.replace(",\"default\":\"nowhere\"", "")))))
                .as("a field without a default")
                .isEmpty();
        assertThat(Continuation.of(shape(then), shape(schema(NAME, CITY.replace("string", "bytes")))))
                .as("another type")
                .isEmpty();
        Shape fewer = new Shape("2", "streams", true, then.toString(), FEEDS.subList(0, 1), List.of());
        assertThat(Continuation.of(shape(then), fewer)).as("a feed less").isEmpty();
        Shape elsewhere = new Shape("2", "copy", true, then.toString(), FEEDS, List.of());
        assertThat(Continuation.of(shape(then), elsewhere)).as("another store").isEmpty();
        Shape gone = new Shape("1", "streams", false, then.toString(), FEEDS, List.of());
        assertThat(Continuation.of(gone, shape(then))).as("nothing is left").isEmpty();
    }

    private static Event read(Translation translation, Event event) {
        var origin = new io.tidings.messaging.Received.Origin("a", 0, 1, java.time.Instant.EPOCH);
        var message = new io.tidings.messaging.EncodedMessage("id", "a", new byte[0], null, List.of());
        return translation
                .reading((same, from) -> Optional.of(event))
                .read(message, origin)
                .orElseThrow();
    }

    private static Shape shape(Schema schema) {
        return new Shape("1", "streams", true, schema.toString(), FEEDS, List.of());
    }

    private static Schema schema(String... fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Row\",\"fields\":[" + String.join(",", fields) + "]}");
    }

    private static RowValue value(GenericRecord record) {
        try {
            return bytes(record);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RowValue bytes(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return RowValue.of(bytes.toByteArray());
    }

    private static GenericRecord read(RowValue value, Schema schema) throws IOException {
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value.bytes(), null));
    }
}
