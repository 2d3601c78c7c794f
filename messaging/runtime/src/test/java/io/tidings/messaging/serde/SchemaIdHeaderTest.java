package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.RegisteredSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of the schema in a header, as Kafka's serializers are configured for it. */
class SchemaIdHeaderTest {

    private static final String VALUE_HEADER = "__value_schema_id";
    private static final String THEIRS = "io.confluent.kafka.serializers.schema.id.";

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Headers headers = new RecordHeaders();

    @Test
    void isConfluentsByDefault() {
        byte[] message = serializer(Map.of("value.schema.id.serializer", THEIRS + "HeaderSchemaIdSerializer"))
                .serialize("orders", headers, Orders.full());

        assertThat(message).isEqualTo(Orders.avroBytes(Orders.full()));
        UUID guid = registered().guid();
        assertThat(guid).isNotNull();
        assertThat(header(VALUE_HEADER))
                .isEqualTo(ByteBuffer.allocate(17)
                        .put((byte) 1)
                        .putLong(guid.getMostSignificantBits())
                        .putLong(guid.getLeastSignificantBits())
                        .array());
        assertThat(read(Map.of(), message)).isEqualTo(Orders.generic(Orders.full()));
        assertThat(read(Map.of("value.schema.id.deserializer", THEIRS + "DualSchemaIdDeserializer"), message))
                .isEqualTo(Orders.generic(Orders.full()));
    }

    @Test
    void isConfiguredAsInTheExample() throws IOException {
        Properties example = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("..", "..", "examples", "own-project", "header-ids.properties"))) {
            example.load(file);
        }
        Map<String, Object> settings = new HashMap<>();
        example.forEach((key, value) -> settings.put((String) key, value));

        byte[] message = serializer(settings).serialize("orders", headers, Orders.full());

        assertThat(header(VALUE_HEADER)).hasSize(17);
        assertThat(read(Map.of(), message)).isEqualTo(Orders.generic(Orders.full()));
    }

    @Test
    void hasTheFormThatIsAskedFor() {
        int id = register();
        Map<String, byte[]> forms = Map.of(
                "id", ByteBuffer.allocate(5).put((byte) 0).putInt(id).array(),
                "int32", ByteBuffer.allocate(4).putInt(id).array(),
                "int64", ByteBuffer.allocate(8).putLong(id).array(),
                "text", Integer.toString(id).getBytes(StandardCharsets.US_ASCII));
        forms.forEach((encoding, expected) -> {
            Map<String, Object> settings = Map.of(
                    "value.schema.id.serializer", "header",
                    "value.schema.id.header", "apicurio.value.globalId",
                    "value.schema.id.encoding", encoding);

            byte[] message = serializer(settings).serialize("orders", headers, Orders.full());

            assertThat(header("apicurio.value.globalId")).as(encoding).isEqualTo(expected);
            assertThat(read(settings, message)).as(encoding).isEqualTo(Orders.generic(Orders.full()));
        });
    }

    @Test
    void isApartForKeys() {
        AvroSerializer<Object> keys = new AvroSerializer<>(registry);
        keys.configure(Map.of("key.schema.id.serializer", "header"), true);
        byte[] key = keys.serialize("orders", headers, Orders.full());
        serializer(Map.of("value.schema.id.serializer", "header")).serialize("orders", headers, "text");

        AvroDeserializer<Object> reading = new AvroDeserializer<>(registry);
        reading.configure(Map.of(), true);
        assertThat(reading.deserialize("orders", headers, key)).isEqualTo(Orders.generic(Orders.full()));
        assertThat(headers.toArray()).hasSize(2);
        assertThat(registry.subjects("")).containsExactly("orders-key", "orders-value");
    }

    @Test
    void comesBeforeWhatStandsInThePayload() {
        byte[] framed = serializer(Map.of()).serialize("orders", headers, Orders.full());

        assertThat(headers).isEmpty();
        assertThat(read(Map.of(), framed)).isEqualTo(Orders.generic(Orders.full()));
        headers.add(VALUE_HEADER, new byte[] {0, 0, 0, 0, 9});
        assertThat(read(Map.of("value.schema.id.deserializer", THEIRS + "PrefixSchemaIdDeserializer"), framed))
                .isEqualTo(Orders.generic(Orders.full()));
        assertPoison(Map.of(), framed).withMessageContaining("9");
    }

    /** Kafka Streams hands the headers of what was read on to what is written. */
    @Test
    void doesNotOutliveTheMessageThatItCameWith() {
        headers.add(VALUE_HEADER, new byte[] {0, 0, 0, 0, 9});
        headers.add("other", new byte[] {1});

        byte[] framed = serializer(Map.of()).serialize("orders", headers, Orders.full());

        assertThat(headers.lastHeader(VALUE_HEADER)).isNull();
        assertThat(read(Map.of(), framed)).isEqualTo(Orders.generic(Orders.full()));

        headers.add(VALUE_HEADER, new byte[] {0, 0, 0, 0, 9});
        serializer(Map.of("value.schema.id.serializer", "header")).serialize("orders", headers, Orders.full());
        assertThat(headers.headers(VALUE_HEADER)).hasSize(1);

        assertThat(serializer(Map.of()).serialize("orders", headers, null)).isNull();
        assertThat(headers.toArray()).hasSize(1);
    }

    @Test
    void isNotNeededForATombstone() {
        Map<String, Object> settings = Map.of("value.schema.id.serializer", "header");

        assertThat(serializer(settings).serialize("orders", headers, null)).isNull();
        assertThat(serializer(settings).serialize("orders", null)).isNull();
        assertThat(headers).isEmpty();
        headers.add(VALUE_HEADER, new byte[] {7});
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        assertThat(deserializer.deserialize("orders", headers, (byte[]) null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0000000001ff", "02000000010000", "0100000000", "ff"})
    void isRefusedByNameWhereItIsMalformed(String hex) {
        headers.add(VALUE_HEADER, bytes(hex));

        assertPoison(Map.of(), new byte[] {1, 2, 3}).withMessageContaining(VALUE_HEADER);
    }

    @Test
    void isRefusedWhereItsNumberIsNoId() {
        for (String encoding : new String[] {"int32", "int64", "text"}) {
            headers.remove(VALUE_HEADER);
            headers.add(VALUE_HEADER, bytes("7fffffffffffffff01"));
            assertPoison(Map.of("value.schema.id.encoding", encoding), new byte[1])
                    .withMessageContaining(VALUE_HEADER)
                    .withMessageContaining(encoding);
        }
        headers.add(VALUE_HEADER, bytes("7fffffffffffffff"));
        assertPoison(Map.of("value.schema.id.encoding", "int64"), new byte[1]).withMessageContaining(VALUE_HEADER);
    }

    @Test
    void isMissedWhereItMustBe() {
        assertPoison(Map.of("value.schema.id.deserializer", "header"), new byte[] {0, 0, 0, 0, 1})
                .withMessageContaining("no header '" + VALUE_HEADER + "'");
    }

    @Test
    void needsHeaders() {
        AvroSerializer<Object> serializer = serializer(Map.of("value.schema.id.serializer", "header"));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("orders", Orders.full()))
                .withMessageContaining(VALUE_HEADER)
                .withCauseInstanceOf(PoisonMessageException.class);
    }

    @Test
    void isNoGuidWhereTheRegistryTellsNone() {
        AvroSerializer<Object> asking = new AvroSerializer<>(new CountingRegistry(registry).withoutGuids());
        asking.configure(Map.of("value.schema.id.serializer", "header", "value.schema.id.encoding", "guid"), false);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> asking.serialize("orders", headers, Orders.full()))
                .withMessageContaining("'orders-value'")
                .withMessageContaining("'value.schema.id.encoding=guid'")
                .withMessageContaining("'value.schema.id.encoding=id'");
        assertThat(headers).isEmpty();

        AvroSerializer<Object> content = new AvroSerializer<>(new CountingRegistry(registry).withoutGuids());
        content.configure(Map.of("value.schema.id.serializer", "header"), false);
        byte[] message = content.serialize("orders", headers, Orders.full());
        assertThat(header(VALUE_HEADER)).hasSize(5);
        assertThat(read(Map.of(), message)).isEqualTo(Orders.generic(Orders.full()));
    }

    @Test
    void isNotNeededWhereTheConfigurationSays() {
        int id = register();
        byte[] bare = Orders.avroBytes(Orders.full());

        assertThat(read(
                        Map.of(
                                "value.schema.id.deserializer",
                                THEIRS + "ConfigSchemaIdDeserializer",
                                "use.schema.id",
                                Integer.toString(id)),
                        bare))
                .isEqualTo(Orders.generic(Orders.full()));
        assertThat(read(
                        Map.of(
                                "value.schema.id.deserializer",
                                "configured",
                                "use.schema.guid",
                                String.valueOf(registered().guid())),
                        bare))
                .isEqualTo(Orders.generic(Orders.full()));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(Map.of("value.schema.id.deserializer", "configured"), bare))
                .withMessageContaining("use.schema.id");
    }

    @Test
    void mayHaveEightBytesInThePayload() {
        Map<String, Object> wide = Map.of("value.schema.id.payload.encoding", "8");

        byte[] message = serializer(wide).serialize("orders", headers, "text");

        int id = registry.latest("orders-value").orElseThrow().id();
        assertThat(message)
                .isEqualTo(ByteBuffer.allocate(14)
                        .put((byte) 0)
                        .putLong(id)
                        .put(new byte[] {8, 't', 'e', 'x', 't'})
                        .array());
        assertThat(read(wide, message)).isEqualTo("text");
        assertPoison(wide, new byte[8]).withMessageContaining("too short");
        assertPoison(wide, bytes("000000000100000001")).withMessageContaining("eight bytes");
    }

    @Test
    void isConfiguredWithWordsThatAreKnown() {
        Map.of(
                        "value.schema.id.serializer", "headers",
                        "value.schema.id.deserializer", "both",
                        "value.schema.id.encoding", "base64",
                        "value.schema.id.payload.encoding", "16")
                .forEach((setting, value) -> assertThatExceptionOfType(ConfigException.class)
                        .isThrownBy(() -> serializer(Map.of(setting, value)))
                        .withMessageContaining(setting));
    }

    private ThrowableAssertAlternative<SerializationException> assertPoison(
            Map<String, ?> settings, byte @Nullable [] message) {
        return assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> read(settings, message))
                .withCauseInstanceOf(PoisonMessageException.class);
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private byte[] header(String name) {
        assertThat(headers.headers(name)).isNotEmpty();
        return headers.lastHeader(name).value();
    }

    private int register() {
        serializer(Map.of()).serialize("orders", new RecordHeaders(), Orders.full());
        return registered().id();
    }

    private RegisteredSchema registered() {
        return registry.latest("orders-value").orElseThrow();
    }

    private AvroSerializer<Object> serializer(Map<String, ?> settings) {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(settings, false);
        return serializer;
    }

    private Object read(Map<String, ?> settings, byte @Nullable [] message) {
        Map<String, Object> reading = new HashMap<>(settings);
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(reading, false);
        Object payload = deserializer.deserialize("orders", headers, message);
        assertThat(payload).isNotNull();
        return payload;
    }
}
