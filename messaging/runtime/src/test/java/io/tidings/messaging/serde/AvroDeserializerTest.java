package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.RegistryException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroDeserializerTest {

    private static final Map<String, Object> SPECIFIC = Map.of("specific.avro.reader", true);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void readsGenericRecords() {
        assertThat(deserializer(Map.of()).deserialize("orders", serialize(Orders.full())))
                .isEqualTo(Orders.generic(Orders.full()));
    }

    @Test
    void readsGeneratedRecordsWithoutAnySystemProperty() {
        assertThat(System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES")).isNull();

        assertThat(deserializer(SPECIFIC).deserialize("orders", serialize(Orders.full())))
                .isEqualTo(Orders.full());
        assertThat(deserializer(SPECIFIC).deserialize("orders", serialize(Orders.plain("3"))))
                .isEqualTo(Orders.plain("3"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsWhateverRecordAsAvroDoes(long seed) {
        AvroDeserializer<Object> deserializer = deserializer(Map.of());
        for (Object datum : new RandomData(Order.getClassSchema(), 40, seed)) {
            assertThat(deserializer.deserialize("orders", serialize(datum)))
                    .as("seed %d", seed)
                    .isEqualTo(datum);
        }
    }

    /** Types without a name have no class that could be looked for. */
    @Test
    void readsIntoSchemasWithoutNamesWhereClassesAreAskedFor() {
        byte[] message = serialize("text");
        Schema text = Schema.create(Schema.Type.STRING);
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), text);

        assertThat(deserializer(SPECIFIC).deserialize("t", message, text)).isEqualTo("text");
        assertThat(deserializer(SPECIFIC).deserialize("t", message, optional)).hasToString("text");
    }

    @Test
    void readsPrimitives() {
        for (Object value : new Object[] {"text", 1, -2L, 0.5f, -0.25, true, false}) {
            assertThat(deserializer(Map.of()).deserialize("t", serialize(value)))
                    .isEqualTo(value);
        }
        assertThat(deserializer(Map.of()).deserialize("t", serialize(new byte[] {1, 2})))
                .isEqualTo(new byte[] {1, 2});
        assertThat(deserializer(Map.of()).deserialize("t", serialize(ByteBuffer.allocate(0))))
                .isEqualTo(new byte[0]);
    }

    @Test
    void readsNothingFromATombstone() {
        assertThat(deserializer(SPECIFIC).deserialize("orders", null)).isNull();
    }

    @Test
    void readsWhatAnotherVersionWroteIntoTheGeneratedClass() {
        Schema writer = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"OrderCancelled\",\"namespace\":\"com.example.shop\",\"fields\":["
                                + "{\"name\":\"extra\",\"type\":{\"type\":\"array\",\"items\":\"null\"}},"
                                + "{\"name\":\"id\",\"type\":\"string\"}]}");
        byte[] message =
                Orders.frame(registry.register("any", writer), (byte) 4, (byte) 0, (byte) 4, (byte) '4', (byte) '2');

        assertThat(deserializer(SPECIFIC).deserialize("orders", message))
                .isEqualTo(new OrderCancelled("42", "unknown"));
    }

    @Test
    void readsIntoTheConfiguredClassWhateverTheWriterCalledIt() {
        Schema writer = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Cancelled\",\"namespace\":\"theirs\",\"fields\":["
                        + "{\"name\":\"id\",\"type\":\"string\"}]}");
        byte[] message = Orders.frame(registry.register("any", writer), (byte) 2, (byte) '7');
        OrderCancelled expected = new OrderCancelled("7", "unknown");

        assertThat(deserializer(Map.of("specific.avro.value.type", OrderCancelled.class.getName()))
                        .deserialize("t", message))
                .isEqualTo(expected);
        assertThat(new AvroDeserializer<>(registry, OrderCancelled.class).deserialize("t", message))
                .isEqualTo(expected);
    }

    @Test
    void readsIntoTheSchemaOfTheCall() {
        Schema narrow = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"com.example.shop\",\"fields\":["
                        + "{\"name\":\"number\",\"type\":\"double\"}]}");

        Object order = deserializer(Map.of()).deserialize("orders", serialize(Orders.full()), narrow);

        assertThat(order).hasToString("{\"number\": -7.0E9}");
    }

    @Test
    void convertsLogicalTypesOfGenericRecordsWhenAsked() {
        AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of("avro.use.logical.type.converters", "true"), false);

        GenericRecord order = deserializer.deserialize("orders", serialize(Orders.full()));

        assertThat(order).isNotNull();
        assertThat(order.get("total")).isEqualTo(new BigDecimal("24.80"));
        assertThat(order.get("placedAt")).isEqualTo(Orders.full().getPlacedAt());
    }

    @Test
    void saysThatThereIsNoClass() {
        Schema writer = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Nobody\",\"namespace\":\"java.lang\",\"fields\":[]}");
        byte[] message = Orders.frame(registry.register("any", writer));

        assertPoison(deserializer(SPECIFIC), message).withMessageContaining("java.lang.Nobody");
    }

    @Test
    void doesNotLoadClassesThatAvroDidNotGenerate() {
        Schema writer = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"ProcessBuilder\",\"namespace\":\"java.lang\",\"fields\":[]}");
        byte[] message = Orders.frame(registry.register("any", writer));

        assertPoison(deserializer(SPECIFIC), message).withMessageContaining("java.lang.ProcessBuilder");
    }

    @Test
    void refusesWhatIsNotTheWireFormat() {
        byte[] message = serialize(Orders.full());
        byte[] otherMagic = message.clone();
        otherMagic[0] = 1;

        assertPoison(deserializer(SPECIFIC), otherMagic).withMessageContaining("begins with the byte 1");
        assertPoison(deserializer(SPECIFIC), new byte[0]).withMessageContaining("too short");
        assertPoison(deserializer(SPECIFIC), new byte[4]).withMessageContaining("too short");
    }

    @Test
    void refusesEveryTruncation() {
        byte[] message = serialize(Orders.full());
        for (int length = 0; length < message.length; length++) {
            assertPoison(deserializer(SPECIFIC), Arrays.copyOf(message, length));
        }
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        byte[] message = serialize(Orders.full());

        assertPoison(deserializer(SPECIFIC), Arrays.copyOf(message, message.length + 3))
                .withMessageContaining("3 bytes follow its end");
    }

    @Test
    void knowsPoisonFromARegistryThatIsAway() {
        assertPoison(deserializer(Map.of()), Orders.frame(77)).withMessageContaining("77");

        CountingRegistry away = new CountingRegistry(registry);
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(away);
        for (RegistryException failure : new RegistryException[] {
            new RegistryException("away", true, 503),
            new RegistryException("wrong password", false, 401),
            new RegistryException("wrong path", false, 0)
        }) {
            away.fail(failure);
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> deserializer.deserialize("t", serialize("text")))
                    .withCauseInstanceOf(TransientMessagingException.class);
        }
        away.fail(null);
        assertThat(deserializer.deserialize("t", serialize("text"))).isEqualTo("text");
    }

    @Test
    void asksTheRegistryOncePerSchema() {
        byte[] message = serialize(Orders.full());
        CountingRegistry counting = new CountingRegistry(registry);
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(counting);

        for (int i = 0; i < 10; i++) {
            deserializer.deserialize("orders", message);
        }

        assertThat(counting.calls()).isEqualTo(1);
    }

    /** Whatever arrives is read or refused, and soon: no other exception, no endless loop, no memory beyond measure. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesDamage(long seed) {
        Random random = new Random(seed);
        byte[] message = serialize(Orders.full());
        AvroDeserializer<Object> deserializer = deserializer(SPECIFIC);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(message, 5 + random.nextInt(message.length - 4));
            for (int j = random.nextInt(4); j >= 0 && damaged.length > 5; j--) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            try {
                deserializer.deserialize("orders", damaged);
            } catch (SerializationException refused) {
                assertThat(refused).as("seed %d, message %d", seed, i).hasCauseInstanceOf(PoisonMessageException.class);
            }
        }
    }

    private static ThrowableAssertAlternative<SerializationException> assertPoison(
            AvroDeserializer<Object> deserializer, byte[] message) {
        return assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize("orders", message))
                .withCauseInstanceOf(PoisonMessageException.class);
    }

    private byte[] serialize(Object payload) {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of("value.subject.name.strategy", "topic"), false);
        byte[] message = serializer.serialize("orders", payload);
        assertThat(message).isNotNull();
        return message;
    }

    private AvroDeserializer<Object> deserializer(Map<String, ?> configuration) {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(configuration, false);
        return deserializer;
    }
}
