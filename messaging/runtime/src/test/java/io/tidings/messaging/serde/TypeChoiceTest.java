package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.registry.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Which of the expected types a message is read as. */
class TypeChoiceTest {

    private static final Channel<String> ORDERS = new Channel<>("orders", "shop.orders", KeyType.STRING);
    private static final MessageType<Order> ORDER =
            new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema());
    private static final MessageType<OrderCancelled> CANCELLED =
            new MessageType<>("OrderCancelled", OrderCancelled.class, OrderCancelled.getClassSchema());
    private static final Origin ORIGIN = new Origin("shop.orders", 3, 42, Instant.parse("2026-11-22T11:00:00Z"));

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroMessageCodec codec = new AvroMessageCodec(registry, CodecSettings.from(Map.of()));

    @Test
    void readsAliases() {
        EncodedMessage message = Orders.foreign(Orders.frame(
                registry.register("any", Orders.renamed(Order.getClassSchema(), "com.example.old", "Purchase")),
                Orders.avroBytes(Orders.full())));

        Received<String, ?> received = decode(message);

        assertThat(received.type()).isEqualTo(ORDER);
        assertThat(received.payload()).isEqualTo(Orders.full());
    }

    @Test
    void readsARecordOfTheSameNameInAnotherNamespaceUnlessThatIsAmbiguous() {
        Schema theirs = Orders.renamed(OrderCancelled.getClassSchema(), "theirs", "OrderCancelled");
        EncodedMessage message =
                Orders.foreign(Orders.frame(registry.register("any", theirs), (byte) 2, (byte) '1', (byte) 0));
        MessageType<GenericRecord> namesake = new MessageType<>(
                "Other",
                GenericRecord.class,
                Orders.renamed(OrderCancelled.getClassSchema(), "others", "OrderCancelled"));

        assertThat(decode(message).payload()).isEqualTo(new OrderCancelled("1", ""));
        assertThat(codec.decode(ORDERS, List.of(CANCELLED, namesake), message, ORIGIN)
                        .type())
                .isNull();
    }

    @Test
    void handsOnRecordsThatNobodyExpects() {
        Schema unknown = Orders.renamed(OrderCancelled.getClassSchema(), "theirs", "Archived");
        EncodedMessage message =
                Orders.foreign(Orders.frame(registry.register("any", unknown), (byte) 2, (byte) '1', (byte) 0));

        Received<String, ?> received = decode(message);

        assertThat(received.type()).isNull();
        assertThat(received.payload())
                .isInstanceOfSatisfying(
                        GenericRecord.class,
                        record -> assertThat(record.get("id")).hasToString("1"));
        assertThat(received.metadata().type()).isEqualTo("theirs.Archived");
    }

    @Test
    void tellsTypesOfOneSchemaApartByWhatTheMessageIsCalled() {
        MessageType<OrderCancelled> refused =
                new MessageType<>("OrderRefused", OrderCancelled.class, OrderCancelled.getClassSchema());
        List<MessageType<?>> both = List.of(CANCELLED, refused);
        EncodedMessage message = codec.encode(
                OutgoingMessage.of(ORDERS, refused, "k", new OrderCancelled("1", "why"), SendOptions.NONE));

        assertThat(codec.decode(ORDERS, both, message, ORIGIN).type()).isEqualTo(refused);
        assertThat(codec.decode(ORDERS, both, Orders.foreign(message.value(), "ce_type", "OrderCancelled"), ORIGIN)
                        .type())
                .isEqualTo(CANCELLED);
        assertThat(codec.decode(ORDERS, both, Orders.foreign(message.value()), ORIGIN)
                        .type())
                .isEqualTo(CANCELLED);
        assertThat(codec.decode(ORDERS, both, Orders.foreign(message.value(), "ce_type", "SomethingElse"), ORIGIN)
                        .type())
                .isEqualTo(CANCELLED);
    }

    @Test
    void readsASchemaThatNobodyBearsAsWhatTheMessageIsCalled() {
        byte[] value = Orders.frame(
                registry.register("any", Orders.renamed(OrderCancelled.getClassSchema(), "theirs", "Withdrawn")),
                (byte) 2,
                (byte) '1',
                (byte) 0);

        Received<String, ?> received = decode(Orders.foreign(value, "ce_type", "OrderCancelled"));

        assertThat(received.type()).isEqualTo(CANCELLED);
        assertThat(received.payload()).isEqualTo(new OrderCancelled("1", ""));
        // An order has fields that nothing stands for: the message must not be passed over.
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(Orders.foreign(value, "ce_type", "OrderPlaced")));
        // The schema's own name is not overruled.
        byte[] order = Orders.frame(registry.register("any", Order.getClassSchema()), Orders.avroBytes(Orders.full()));
        assertThat(decode(Orders.foreign(order, "ce_type", "OrderCancelled")).type())
                .isEqualTo(ORDER);
    }

    private Received<String, ?> decode(EncodedMessage message) {
        return codec.decode(ORDERS, List.of(ORDER, CANCELLED), message, ORIGIN);
    }
}
