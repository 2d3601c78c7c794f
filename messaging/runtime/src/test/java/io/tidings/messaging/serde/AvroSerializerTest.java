package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.RegistryException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerializerTest {

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void framesWhatAvroWrites() {
        byte[] message = serializer(Map.of()).serialize("orders", Orders.full());

        int id = registry.latest("orders-value").orElseThrow().id();
        assertThat(message).isEqualTo(Orders.frame(id, Orders.avroBytes(Orders.full())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesWhateverRecordAsAvroDoes(long seed) {
        AvroSerializer<Object> serializer = serializer(Map.of());
        for (Object datum : new RandomData(Order.getClassSchema(), 40, seed)) {
            byte[] message = serializer.serialize("orders", datum);

            assertThat(message)
                    .as("seed %d", seed)
                    .isEqualTo(Orders.frame(1, Orders.avroBytes(Order.getClassSchema(), datum)));
        }
    }

    @Test
    void writesTextOfAnyLengthAndScript() {
        AvroSerializer<Object> serializer = serializer(Map.of());
        for (String text : new String[] {"", "a", "é", "a€b", "𝄞", "\ud834", "x".repeat(5000), "ж".repeat(70_000)}) {
            assertThat(serializer.serialize("t", text))
                    .isEqualTo(Orders.frame(1, Orders.avroBytes(Schema.create(Schema.Type.STRING), text)));
        }
    }

    @Test
    void writesGenericAndGeneratedRecordsAlike() {
        AvroSerializer<Object> serializer = serializer(Map.of());

        assertThat(serializer.serialize("orders", Orders.generic(Orders.full())))
                .isEqualTo(serializer.serialize("orders", Orders.full()));
    }

    @Test
    void writesLogicalTypesOfGenericRecordsWhetherConvertedOrNot() {
        Schema price = LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES));
        Schema schema = SchemaBuilder.record("Price")
                .fields()
                .name("price")
                .type(price)
                .noDefault()
                .endRecord();
        GenericRecord converted = new GenericRecordBuilder(schema)
                .set("price", new BigDecimal("1.28"))
                .build();
        GenericRecord raw = new GenericRecordBuilder(schema)
                .set("price", ByteBuffer.wrap(new byte[] {0, -128}))
                .build();
        AvroSerializer<Object> serializer = serializer(Map.of());

        assertThat(serializer.serialize("prices", converted)).isEqualTo(serializer.serialize("prices", raw));
    }

    @Test
    void writesNothingForATombstone() {
        assertThat(serializer(Map.of()).serialize("orders", null)).isNull();
    }

    @Test
    void writesBytesAsTheyAre() {
        AvroSerializer<Object> serializer = serializer(Map.of());

        assertThat(serializer.serialize("t", new byte[] {1, 2})).isEqualTo(Orders.frame(1, (byte) 1, (byte) 2));
        assertThat(serializer.serialize("t", ByteBuffer.wrap(new byte[] {1, 2})))
                .isEqualTo(Orders.frame(1, (byte) 1, (byte) 2));
    }

    @ParameterizedTest
    @CsvSource({
        "topic,orders-value",
        "record,com.example.shop.OrderCancelled",
        "topic-record,orders-com.example.shop.OrderCancelled",
        "io.confluent.kafka.serializers.subject.TopicNameStrategy,orders-value",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy,com.example.shop.OrderCancelled",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy,orders-com.example.shop.OrderCancelled"
    })
    void registersUnderTheSubjectOfTheStrategy(String strategy, String subject) {
        serializer(Map.of("value.subject.name.strategy", strategy)).serialize("orders", new OrderCancelled("1", "why"));

        assertThat(registry.latest(subject)).isPresent();
    }

    @Test
    void registersKeysUnderTheirOwnSubject() {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of("value.subject.name.strategy", "record"), true);

        serializer.serialize("orders", "key");

        assertThat(registry.latest("orders-key")).isPresent();
    }

    @Test
    void refusesAStrategyThatNeedsARecord() {
        AvroSerializer<Object> serializer = serializer(Map.of("value.subject.name.strategy", "record"));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("t", "text"))
                .withMessageContaining("is not a record");
    }

    @Test
    void doesNotRegisterWhereItMayNot() {
        AvroSerializer<Object> serializer = serializer(Map.of("auto.register.schemas", "false"));
        OrderCancelled cancelled = new OrderCancelled("1", "why");

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("orders", cancelled))
                .withMessageContaining("orders-value")
                .withCauseInstanceOf(PoisonMessageException.class);

        int id = registry.register("orders-value", OrderCancelled.getClassSchema());
        assertThat(serializer.serialize("orders", cancelled)).startsWith(0, 0, 0, 0, id);
    }

    @Test
    void canLeaveJavasPropertiesOutOfTheRegistry() {
        serializer(Map.of("avro.remove.java.properties", true)).serialize("orders", Orders.full());

        Schema registered = registry.latest("orders-value").orElseThrow().schema();
        assertThat(registered.toString()).doesNotContain("avro.java.string").contains("timestamp-millis", "in");
    }

    @Test
    void writesAsTheLatestVersionHasIt() {
        Schema latest = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"OrderCancelled\",\"namespace\":\"com.example.shop\",\"fields\":["
                                + "{\"name\":\"by\",\"type\":\"string\",\"default\":\"nobody\"},"
                                + "{\"name\":\"reason\",\"type\":\"string\",\"default\":\"unknown\"},"
                                + "{\"name\":\"id\",\"type\":\"string\"}]}");
        int id = registry.register("orders-value", latest);
        AvroSerializer<Object> serializer =
                serializer(Map.of("auto.register.schemas", false, "use.latest.version", true));

        byte[] message = serializer.serialize("orders", new OrderCancelled("1", "why"));

        GenericRecord expected = new GenericRecordBuilder(latest)
                .set("by", "nobody")
                .set("reason", "why")
                .set("id", "1")
                .build();
        assertThat(message).isEqualTo(Orders.frame(id, Orders.avroBytes(latest, expected)));
        assertThat(registry.latest("orders-value"))
                .map(RegisteredSchema::version)
                .contains(1);
    }

    @Test
    void asksTheRegistryOncePerSchema() {
        CountingRegistry counting = new CountingRegistry(registry);
        AvroSerializer<Object> serializer = new AvroSerializer<>(counting);
        serializer.configure(Map.of(), false);

        for (int i = 0; i < 10; i++) {
            serializer.serialize("orders", Orders.full());
        }

        assertThat(counting.calls()).isEqualTo(1);
    }

    @Test
    void saysThatARegistryIsAwayForNow() {
        CountingRegistry away = new CountingRegistry(registry);
        away.fail(new RegistryException("away", true, 0));
        AvroSerializer<Object> serializer = new AvroSerializer<>(away);
        serializer.configure(Map.of(), false);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("orders", Orders.full()))
                .withCauseInstanceOf(TransientMessagingException.class);
        away.fail(null);
        assertThat(serializer.serialize("orders", Orders.full())).isNotEmpty();
    }

    @Test
    void saysWhatDoesNotFit() {
        GenericRecord incomplete = new GenericData.Record(OrderCancelled.getClassSchema());
        AvroSerializer<Object> serializer = serializer(Map.of());

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("orders", incomplete))
                .withMessageContaining("com.example.shop.OrderCancelled")
                .withMessageContaining("id")
                .withCauseInstanceOf(PoisonMessageException.class);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize("orders", new Object()))
                .withMessageContaining("java.lang.Object");
        assertThat(serializer.serialize("orders", new OrderCancelled("1", "why")))
                .as("a failure leaves nothing behind")
                .isEqualTo(Orders.frame(1, (byte) 2, (byte) '1', (byte) 6, (byte) 'w', (byte) 'h', (byte) 'y'));
    }

    @ParameterizedTest
    @CsvSource({"auto.register.schemas,maybe", "value.subject.name.strategy,com.example.MyStrategy"})
    void refusesSettingsItDoesNotUnderstand(String key, String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serializer(Map.of(key, value)))
                .withMessageContaining(key)
                .withMessageContaining(value);
    }

    @Test
    void connectsAsConfigured() {
        try (AvroSerializer<Object> serializer = new AvroSerializer<>()) {
            serializer.configure(Map.of("schema.registry.url", "mock://serializer"), false);
            serializer.serialize("orders", Orders.full());
        }
        assertThat(InMemorySchemaRegistry.shared("serializer").latest("orders-value"))
                .isPresent();
        try (AvroSerializer<Object> serializer = new AvroSerializer<>()) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> serializer.configure(Map.of(), false))
                    .withMessageContaining("schema.registry.url");
        }
    }

    private AvroSerializer<Object> serializer(Map<String, ?> configuration) {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(configuration, false);
        return serializer;
    }
}
