package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaReference;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** How schemas get their ids, by Confluent's settings. */
class SubjectsTest {

    private static final Map<String, ?> LATEST = Map.of("auto.register.schemas", false, "use.latest.version", true);
    private static final OrderCancelled CANCELLED = new OrderCancelled("1", "why");
    private static final byte[] PAYLOAD = {2, '1', 6, 'w', 'h', 'y'};

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void areFoundWhereTheRegisteredTextRefersToOtherSubjects() {
        int id = registerReferring();

        for (Map<String, ?> settings : List.of(Map.of("auto.register.schemas", false), LATEST)) {
            assertThat(write(settings, Orders.full())).isEqualTo(Orders.frame(id, Orders.avroBytes(Orders.full())));
        }
        assertThat(registry.versions("orders-value")).containsExactly(1);
    }

    @Test
    void areFoundInEarlierVersionsToo() {
        int id = registerReferring();
        Schema later = new Schema.Parser()
                .parse(JavaProperties.without(Order.getClassSchema())
                        .toString()
                        .replaceFirst(
                                "\"fields\":\\[",
                                "\"fields\":[{\"name\":\"later\",\"type\":[\"null\",\"string\"],\"default\":null},"));
        registry.register("orders-value", referring(later), false);

        assertThat(write(Map.of("auto.register.schemas", false), Orders.full()))
                .startsWith(0, 0, 0, (byte) (id >>> 8), (byte) id);
    }

    @Test
    void areReadWhereTheRegisteredTextRefersToOtherSubjects() {
        int id = registerReferring();
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of("specific.avro.reader", true), false);

        assertThat(deserializer.deserialize("orders", Orders.frame(id, Orders.avroBytes(Orders.full()))))
                .isEqualTo(Orders.full());
    }

    @Test
    void areNotOfALatestVersionThatCannotReadThePayload() {
        registry.register(
                "orders-value", schema("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"must\",\"type\":\"int\"}"));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> write(LATEST, CANCELLED))
                .withCauseInstanceOf(PoisonMessageException.class)
                .withMessageContaining("'orders-value'")
                .withMessageContaining("'latest.compatibility.strict=false'")
                .withMessageContaining("must");
    }

    @Test
    void areOfSuchAVersionWhereTheUserSaysSoAndThePayloadFits() {
        // A reader may have no use for null, and yet find none.
        Schema nullable = schema("{\"name\":\"id\",\"type\":[\"null\",\"string\"]}");
        Schema never = schema("{\"name\":\"id\",\"type\":\"string\"}");
        int id = registry.register("orders-value", never);
        Map<String, ?> lenient = Map.of(
                "auto.register.schemas", false, "use.latest.version", true, "latest.compatibility.strict", false);
        GenericRecord record = new GenericRecordBuilder(nullable).set("id", "7").build();

        assertThat(write(lenient, record)).isEqualTo(Orders.frame(id, (byte) 2, (byte) '7'));
        assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> write(LATEST, record));
    }

    @Test
    void areTheOneThatIsConfigured() {
        int first = registry.register("any", schema("{\"name\":\"id\",\"type\":\"string\"}"));
        registry.register("orders-value", schema("{\"name\":\"reason\",\"type\":\"string\"}"));

        assertThat(write(
                        Map.of("auto.register.schemas", false, "use.schema.id", first, "use.latest.version", true),
                        CANCELLED))
                .isEqualTo(Orders.frame(first, (byte) 2, (byte) '1'));
    }

    @Test
    void areRegisteredWhateverElseIsSaidUnlessThatIsForbidden() {
        byte[] message = write(Map.of("use.latest.version", true, "use.schema.id", 17), CANCELLED);

        int id = registry.latest("orders-value").orElseThrow().id();
        assertThat(message).isEqualTo(Orders.frame(id, PAYLOAD));
    }

    @Test
    void areWrittenByTheGeneratedCodeWhereOnlyJavasPropertiesDiffer() {
        int id = registry.register("orders-value", JavaProperties.without(Order.getClassSchema()));

        assertThat(write(LATEST, Orders.full())).isEqualTo(Orders.frame(id, Orders.avroBytes(Orders.full())));
    }

    @Test
    void areComparedInNormalFormWhereThatIsAskedFor() {
        Schema order = JavaProperties.without(OrderCancelled.getClassSchema());
        int id = registry.register("orders-value", SchemaDefinition.of(order), true)
                .id();

        assertThat(write(Map.of("normalize.schemas", true, "avro.remove.java.properties", true), CANCELLED))
                .isEqualTo(Orders.frame(id, PAYLOAD));
    }

    private static Schema schema(String fields) {
        return new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"OrderCancelled\",\"namespace\":\"com.example.shop\",\"fields\":["
                                + fields + "]}");
    }

    /** As a pipeline registers a document's schemas: what several need stands in a subject of its own. */
    private int registerReferring() {
        Schema order = JavaProperties.without(Order.getClassSchema());
        registry.register(
                "com.example.shop.LineItem", order.getField("items").schema().getElementType());
        return registry.register("orders-value", referring(order), false).id();
    }

    private static SchemaDefinition referring(Schema order) {
        Schema item = order.getField("items").schema().getElementType();
        return SchemaDefinition.referring(
                order, Map.of(new SchemaReference(item.getFullName(), item.getFullName(), 1), item));
    }

    private byte[] write(Map<String, ?> settings, Object payload) {
        AvroSerializer<Object> serializer = new AvroSerializer<>(registry);
        serializer.configure(settings, false);
        byte[] message = serializer.serialize("orders", payload);
        assertThat(message).isNotNull();
        return message;
    }
}
