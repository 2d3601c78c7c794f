package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Few bytes that announce much. */
class HostileMessageTest {

    private static final Schema NULLS = SchemaBuilder.record("Nulls")
            .fields()
            .name("n")
            .type()
            .array()
            .items()
            .nullType()
            .noDefault()
            .endRecord();

    private static final Schema NOTHING = SchemaBuilder.record("Nulls").fields().endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);

    @Test
    void refusesMillionsOfItemsWithoutBytes() throws IOException {
        byte[] message = message(NULLS, Integer.MAX_VALUE, 0);

        refuses(message);
    }

    @Test
    void refusesToSkipMillionsOfItemsWithoutBytes() throws IOException {
        long[] blocks = new long[2000];
        Arrays.fill(blocks, Integer.MAX_VALUE);

        byte[] message = message(NULLS, blocks);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("t", message, NOTHING))
                .withCauseInstanceOf(PoisonMessageException.class);
    }

    @Test
    void refusesManyBlocksThatAreSmallEach() throws IOException {
        long[] blocks = new long[2000];
        Arrays.fill(blocks, 60_000);

        refuses(message(NULLS, blocks));
    }

    @Test
    void refusesCountsAndLengthsBeyondTheMessage() throws IOException {
        refuses(message(SchemaBuilder.array().items().longType(), 1L << 40));
        refuses(message(SchemaBuilder.array().items().longType(), Long.MIN_VALUE, 8));
        refuses(message(SchemaBuilder.map().values().longType(), 1L << 40));
        refuses(message(Schema.create(Schema.Type.STRING), Integer.MAX_VALUE));
        refuses(message(Schema.create(Schema.Type.STRING), -1));
        refuses(message(SchemaBuilder.array().items().bytesType(), 1, 1L << 33));
        refuses(message(SchemaBuilder.fixed("F").size(1000)));
    }

    @Test
    void refusesNumbersWithoutEnd() {
        byte[] endless = new byte[4096];
        Arrays.fill(endless, (byte) -1);

        refuses(Orders.frame(registry.register("s", Schema.create(Schema.Type.LONG)), endless));
    }

    @Test
    void refusesIntsThatAreLongs() throws IOException {
        refuses(message(Schema.create(Schema.Type.INT), 1L << 32));
    }

    @Test
    void refusesBranchesAndSymbolsThatAreNotThere() throws IOException {
        refuses(message(SchemaBuilder.unionOf().nullType().and().longType().endUnion(), 2));
        refuses(message(SchemaBuilder.unionOf().nullType().and().longType().endUnion(), -1));
        refuses(message(SchemaBuilder.enumeration("E").symbols("A", "B"), 2));
        refuses(message(SchemaBuilder.enumeration("E").symbols("A", "B"), -1));
    }

    @Test
    void refusesNestingWithoutEnd() {
        Schema node = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Node\",\"fields\":["
                        + "{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}");
        byte[] deep = new byte[1_000_000];
        Arrays.fill(deep, (byte) 2);
        deep[deep.length - 1] = 0;

        refuses(Orders.frame(registry.register("s", node), deep));
    }

    private void refuses(byte[] message) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("t", message))
                .withCauseInstanceOf(PoisonMessageException.class);
    }

    private byte[] message(Schema schema, long... numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        for (long number : numbers) {
            encoder.writeLong(number);
        }
        encoder.flush();
        return Orders.frame(registry.register("s", schema), out.toByteArray());
    }
}
