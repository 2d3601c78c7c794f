package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.RecordSettings;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.WireSchema;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in packages that their types know nothing of: what travels is what classes in their own packages write and read. */
class RelocationTest {

    private static final Map<String, ?> AS_CLIENTS_DO = Map.of("avro.remove.java.properties", true);
    private static final RecordSettings MOVED = RecordSettings.DEFAULT.withPackages(Map.of("rnd", "com.acme.moved"));
    private static final long SEED = Long.getLong("codecs.seed", 4);
    private static final int SCHEMAS = 12;
    private static final int VALUES = 8;

    private static final String PARTS = """
            {"type":"record","name":"Order","namespace":"org.shop","aliases":["Purchase"],"doc":"An order.","fields":[
              {"name":"id","type":"string"},%s
              {"name":"size","type":{"type":"enum","name":"Size","symbols":[%s]}},
              {"name":"code","type":{"type":"fixed","name":"Code","size":2,"aliases":["Mark"]}},
              {"name":"either","type":["null","Size","Code",
                {"type":"record","name":"Line","fields":[{"name":"within","type":["null","Order"]}]}]},
              {"name":"lines","type":{"type":"array","items":"Line"}},
              {"name":"named","type":{"type":"map","values":["Line","Size"]}}]}""";
    private static final Channel<String> ORDERS = new Channel<>("orders", "orders", KeyType.STRING);
    private static final Schema ONE = parse(PARTS.formatted("", "\"S\",\"L\""));
    private static final Schema TWO = parse(PARTS.formatted(
            "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},", "\"L\",\"S\",\"XL\""));

    @TempDir
    Path folder;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    @Test
    void theBytesAreThoseOfClassesThatStayed() throws IOException {
        List<Schema> schemas = LongStream.range(SEED * 3_000_000, SEED * 3_000_000 + SCHEMAS)
                .mapToObj(RandomSchemas::record)
                .toList();
        CodecWorkshop stayed = CodecWorkshop.compile(schemas, folder.resolve("stayed"));
        CodecWorkshop moved = CodecWorkshop.compile(schemas, folder.resolve("moved"), MOVED);
        for (int i = 0; i < SCHEMAS; i++) {
            Schema schema = schemas.get(i);
            Class<?> here = stayed.type(schema);
            Class<?> there = moved.type(schema.getFullName().replaceFirst("rnd", "com.acme.moved"));
            assertThat(wire(there)).isEqualTo(wire(here));
            agree(schema, schema, here, there, SEED + i);
            agree(EarlierVersion.of(schema, SEED + i), schema, here, there, SEED + i);
        }
    }

    private static String wire(Class<?> type) {
        return WireSchema.of(SpecificData.get().getSchema(type)).toString();
    }

    private void agree(Schema written, Schema schema, Class<?> here, Class<?> there, long seed) throws IOException {
        RandomDatums datums = new RandomDatums(seed);
        for (int i = 0; i < VALUES; i++) {
            byte[] message = message(written, AvroItself.generic(written, datums.datum(written)));
            Object one = readOrNull(here, message);
            Object other = readOrNull(there, message);
            assertThat(other == null).as("seed %d, value %d", seed, i).isEqualTo(one == null);
            if (one != null && other != null) {
                assertThat(text(write(other)))
                        .as("seed %d, value %d, %s", seed, i, schema)
                        .isEqualTo(text(write(one)));
            }
        }
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private byte[] message(Schema schema, byte[] datum) {
        int id = registry.register("t-value", schema);
        return ByteBuffer.allocate(5 + datum.length)
                .put((byte) 0)
                .putInt(id)
                .put(datum)
                .array();
    }

    private @Nullable Object readOrNull(Class<?> type, byte[] message) {
        try (AvroDeserializer<?> deserializer = new AvroDeserializer<>(registry, type)) {
            return deserializer.deserialize("t", message);
        } catch (SerializationException refused) {
            return null;
        }
    }

    private byte[] write(Object record) {
        try (AvroSerializer<Object> serializer = new AvroSerializer<>(registry)) {
            serializer.configure(AS_CLIENTS_DO, false);
            return Objects.requireNonNull(serializer.serialize("t", record));
        } catch (SerializationException refused) {
            return new byte[0]; // by both, or the bytes differ
        }
    }

    @Test
    void twoMajorsOfOneNameStandSideBySide() throws Exception {
        CodecWorkshop first = CodecWorkshop.compile(List.of(ONE), folder.resolve("one"), in("com.acme.v1"));
        CodecWorkshop second = CodecWorkshop.compile(List.of(TWO), folder.resolve("two"), in("com.acme.v2"));
        URL[] both = {first.classes().toUri().toURL(), second.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(both, getClass().getClassLoader())) {
            MessageType<IndexedRecord> one = type(loader, "com.acme.v1.Order");
            MessageType<IndexedRecord> two = type(loader, "com.acme.v2.Order");
            assertThat(two.writerNames()).containsExactly("org.shop.Order", "org.shop.Purchase");

            byte[] datum = AvroItself.generic(ONE, order());
            IndexedRecord order = read(one, message(ONE, datum));
            assertThat(order.get(4)).as("read by its codec").isInstanceOf(ArrayList.class);
            IndexedRecord upgraded = read(two, message(ONE, datum));
            assertThat(upgraded).hasToString(order.toString().replace("\"size\"", "\"note\": null, \"size\""));
            assertThat(encoded(one, read(one, encoded(two, upgraded)))).endsWith(datum);
        }
        assertThat(registry.versions("orders-org.shop.Order")).hasSize(2);
    }

    private static RecordSettings in(String packageName) {
        return RecordSettings.DEFAULT.withPackages(Map.of("org.shop", packageName));
    }

    @SuppressWarnings("unchecked") // generated records
    private static MessageType<IndexedRecord> type(ClassLoader loader, String className) throws Exception {
        Class<IndexedRecord> type = (Class<IndexedRecord>) loader.loadClass(className);
        return new MessageType<>("Order", type, SpecificData.get().getSchema(type));
    }

    private static GenericData.Record order() {
        Schema line = ONE.getField("lines").schema().getElementType();
        GenericData.EnumSymbol large =
                new GenericData.EnumSymbol(ONE.getField("size").schema(), "L");
        GenericData.Record empty = new GenericData.Record(line);
        GenericData.Record order = new GenericData.Record(ONE);
        order.put("id", "o");
        order.put("size", large);
        order.put("code", new GenericData.Fixed(ONE.getField("code").schema(), new byte[] {1, 2}));
        order.put("either", large);
        order.put("lines", List.of(empty));
        order.put("named", Map.of("x", large));
        GenericData.Record outer = new GenericData.Record(order, true);
        GenericData.Record full = new GenericData.Record(line);
        full.put("within", order);
        outer.put("either", full);
        return outer;
    }

    private AvroMessageCodec codec() {
        return new AvroMessageCodec(registry, CodecSettings.from(Map.of()));
    }

    private byte[] encoded(MessageType<IndexedRecord> type, IndexedRecord record) {
        EncodedMessage message = codec().encode(OutgoingMessage.of(ORDERS, type, "k", record, SendOptions.NONE));
        return Objects.requireNonNull(message.value());
    }

    private IndexedRecord read(MessageType<IndexedRecord> type, byte[] message) {
        EncodedMessage encoded = new EncodedMessage("id", "orders", null, message, List.of());
        Received<String, ?> received =
                codec().decode(ORDERS, List.of(type), encoded, new Origin("orders", 0, 0, Instant.EPOCH));
        return Objects.requireNonNull(type.payloadType().cast(received.payload()));
    }
}
