package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Place;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroMessageCodecTest {

    private static final Channel<String> ORDERS = new Channel<>("orders", "shop.orders", KeyType.STRING);
    private static final MessageType<Order> ORDER =
            new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema());
    private static final MessageType<OrderCancelled> CANCELLED =
            new MessageType<>("OrderCancelled", OrderCancelled.class, OrderCancelled.getClassSchema());
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final Origin ORIGIN = new Origin("shop.orders", 3, 42, Instant.parse("2026-11-22T11:00:00Z"));

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroMessageCodec codec = codec(Map.of("tidings.source", "urn:shop"));

    @Test
    void bringsAMessageAcross() {
        SendOptions options = SendOptions.version(7)
                .withId("id-1")
                .withSubject("order 1")
                .withCorrelationId("c")
                .withReplyTo("replies")
                .withHeader("traceparent", "00-a-b-01")
                .withHeader("tracestate", "v=1")
                .withHeader("tenant", "blue");
        options = new SendOptions(
                options.id(),
                options.subject(),
                options.correlationId(),
                options.replyTo(),
                "cause",
                7L,
                options.headers());
        Order order = Orders.full();

        Received<String, ?> received = decode(codec.encode(OutgoingMessage.of(ORDERS, ORDER, "k", order, options)));

        assertThat(received.key()).isEqualTo("k");
        assertThat(received.type()).isEqualTo(ORDER);
        assertThat(received.payload()).isEqualTo(order);
        assertThat(received.origin()).isEqualTo(ORIGIN);
        assertThat(received.metadata())
                .isEqualTo(new Metadata(
                        "id-1",
                        "urn:shop",
                        "OrderPlaced",
                        NOW,
                        "order 1",
                        "c",
                        "replies",
                        "cause",
                        7L,
                        "00-a-b-01",
                        "v=1"));
        assertThat(received.headers()).containsEntry("tenant", "blue".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesCloudEventsInBinaryMode() {
        EncodedMessage message = codec.encode(
                OutgoingMessage.of(ORDERS, CANCELLED, "k", new OrderCancelled("1", "why"), SendOptions.NONE));

        assertThat(headers(message))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", message.id())
                .containsEntry("ce_source", "urn:shop")
                .containsEntry("ce_type", "OrderCancelled")
                .containsEntry("ce_time", "2026-11-22T10:15:30.123Z")
                .containsEntry("ce_subject", "k")
                .containsEntry("content-type", "application/avro")
                .doesNotContainKeys("ce_correlationid", "ce_replyto", "ce_causationid", "ce_entityversion");
        assertThat(UUID.fromString(message.id()).version()).isEqualTo(7);
    }

    @Test
    void bringsATombstoneAcross() {
        EncodedMessage message = codec.encode(OutgoingMessage.of(ORDERS, ORDER, "k", null, SendOptions.version(9)));

        assertThat(message.value()).isNull();
        assertThat(headers(message)).doesNotContainKey("content-type");
        Received<String, ?> received = decode(message);
        assertThat(received.payload()).isNull();
        assertThat(received.type()).isNull();
        assertThat(received.metadata().type()).isEqualTo("OrderPlaced");
        assertThat(received.metadata().entityVersion()).isEqualTo(9);
    }

    @Test
    void bringsGenericRecordsAcross() {
        MessageType<GenericRecord> type =
                new MessageType<>("Cancelled", GenericRecord.class, OrderCancelled.getClassSchema());
        GenericRecord record =
                new GenericRecordBuilder(type.schema()).set("id", "1").build();

        EncodedMessage message = codec.encode(OutgoingMessage.of(ORDERS, type, "k", record, SendOptions.NONE));

        assertThat(codec.decode(ORDERS, List.of(type), message, ORIGIN).payload())
                .isEqualTo(record);
    }

    @Test
    void registersTheContractUnderTopicAndRecord() {
        codec.encode(OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), SendOptions.NONE));

        Schema registered = registry.latest("shop.orders-com.example.shop.Order")
                .orElseThrow()
                .schema();
        assertThat(registered.toString()).doesNotContain("avro.java.string");
        assertThat(registered.getDoc()).startsWith("An order");
    }

    @Test
    void takesTheSubjectOfTheDeclaredChannelWhereverAReplyGoes() {
        EncodedMessage message = codec.encode(new OutgoingMessage<>(
                ORDERS, "replies.of.instance-7", CANCELLED, "k", new OrderCancelled("1", "why"), SendOptions.NONE));

        assertThat(message.address()).isEqualTo("replies.of.instance-7");
        assertThat(registry.latest("shop.orders-com.example.shop.OrderCancelled"))
                .isPresent();
    }

    @Test
    void takesTheConfiguredSubjects() {
        codec(Map.of("value.subject.name.strategy", "topic"))
                .encode(OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), SendOptions.NONE));

        assertThat(registry.latest("shop.orders-value")).isPresent();
    }

    @Test
    void findsWhatAPipelineRegistered() {
        AvroMessageCodec strict = codec(Map.of("auto.register.schemas", "false"));
        OutgoingMessage<String, Order> message =
                OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), SendOptions.NONE);
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> strict.encode(message))
                .withMessageContaining("shop.orders-com.example.shop.Order");

        registry.register("shop.orders-com.example.shop.Order", JavaProperties.without(Order.getClassSchema()));

        assertThat(strict.encode(message).value()).isNotNull();
    }

    @Test
    void givesTheKeyBare() {
        assertThat(codec.encode(OutgoingMessage.of(ORDERS, ORDER, "k", null, SendOptions.NONE))
                        .key())
                .isEqualTo(new byte[] {'k'});
    }

    @Test
    void putsTheSchemaIdWhereTheDocumentSays() {
        MessageType<Order> inHeader =
                new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema(), SchemaIdLocation.HEADER);
        MessageType<Order> wide =
                new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema(), SchemaIdLocation.WIDE_PAYLOAD);
        OutgoingMessage<String, Order> message =
                OutgoingMessage.of(ORDERS, inHeader, "k", Orders.full(), SendOptions.NONE);

        EncodedMessage encoded = codec.encode(message);

        assertThat(encoded.value()).isEqualTo(Orders.avroBytes(Orders.full()));
        assertThat(encoded.header("__value_schema_id").orElseThrow())
                .hasSize(17)
                .startsWith((byte) 1);
        assertThat(decode(encoded).payload()).isEqualTo(Orders.full());

        EncodedMessage framed =
                codec(Map.of("value.schema.id.serializer", "payload")).encode(message);
        assertThat(framed.value()).hasSize(5 + Orders.avroBytes(Orders.full()).length);
        assertThat(framed.header("__value_schema_id")).isEmpty();
        assertThat(decode(framed).payload()).isEqualTo(Orders.full());

        EncodedMessage wider = codec.encode(OutgoingMessage.of(ORDERS, wide, "k", Orders.full(), SendOptions.NONE));
        assertThat(wider.value()).hasSize(9 + Orders.avroBytes(Orders.full()).length);
        assertThat(codec.decode(ORDERS, List.of(wide), wider, ORIGIN).payload()).isEqualTo(Orders.full());

        assertThat(codec.encode(OutgoingMessage.of(ORDERS, inHeader, "k", null, SendOptions.NONE))
                        .header("__value_schema_id"))
                .isEmpty();
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> codec.encode(OutgoingMessage.of(
                        ORDERS,
                        inHeader,
                        "k",
                        Orders.full(),
                        SendOptions.NONE.withHeader("__value_schema_id", "mine"))))
                .withMessageContaining("__value_schema_id");
    }

    @Test
    void refusesTextThatIsNotUtf8WhenStrict() {
        byte[] value = Orders.frame(
                registry.register("any", OrderCancelled.getClassSchema()), (byte) 2, (byte) 0xFF, (byte) 0);

        assertThat(decode(Orders.foreign(value)).payload()).isEqualTo(new OrderCancelled("\uFFFD", ""));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> codec(Map.of("tidings.strict.utf8", "true"))
                        .decode(ORDERS, List.of(ORDER, CANCELLED), Orders.foreign(value), ORIGIN))
                .withMessageContaining("UTF-8");
    }

    @Test
    void makesSenseOfMessagesWithoutHeaders() {
        Metadata metadata = decode(Orders.foreign(Orders.frame(
                        registry.register("any", Order.getClassSchema()), Orders.avroBytes(Orders.full()))))
                .metadata();

        assertThat(metadata)
                .isEqualTo(Metadata.of("shop.orders-3-42", "kafka:shop.orders", "OrderPlaced", ORIGIN.timestamp()));
    }

    @Test
    void makesSenseOfHeadersThatOthersWrite() {
        byte[] value = Orders.frame(registry.register("any", Order.getClassSchema()), Orders.avroBytes(Orders.full()));

        Metadata metadata = decode(Orders.foreign(
                        value,
                        "ce_time",
                        "2026-11-22T12:00:00+02:00",
                        "ce_id",
                        "first",
                        "ce_id",
                        "last",
                        "ce_type",
                        ""))
                .metadata();

        assertThat(metadata.time()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(metadata.id()).isEqualTo("last");
        assertThat(metadata.type()).isEqualTo("OrderPlaced");
        assertThat(decode(Orders.foreign(value, "ce_time", "yesterday"))
                        .metadata()
                        .time())
                .isEqualTo(ORIGIN.timestamp());
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(Orders.foreign(value, "ce_entityversion", "seven"))
                        .metadata())
                .withMessageContaining("seven");
    }

    @Test
    void knowsPoisonFromARegistryThatIsAway() {
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(Orders.foreign(Orders.frame(99))));
        assertThatExceptionOfType(PoisonMessageException.class).isThrownBy(() -> decode(Orders.foreign(new byte[3])));

        CountingRegistry away = new CountingRegistry(registry);
        away.fail(new RegistryException("away", true, 0));
        AvroMessageCodec waiting = new AvroMessageCodec(away, CodecSettings.from(Map.of()));
        assertThatExceptionOfType(TransientMessagingException.class)
                .isThrownBy(() -> waiting.decode(ORDERS, List.of(ORDER), Orders.foreign(Orders.frame(99)), ORIGIN));
        assertThatExceptionOfType(TransientMessagingException.class)
                .isThrownBy(
                        () -> waiting.encode(OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), SendOptions.NONE)));
    }

    @Test
    void refusesPayloadsOfAnotherClass() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without generics may do
        OutgoingMessage<String, Object> wrong =
                new OutgoingMessage(ORDERS, "shop.orders", ORDER, "k", "text", SendOptions.NONE);

        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> codec.encode(wrong))
                .withMessageContaining("java.lang.String");
    }

    @Test
    void refusesToHaveItsHeadersOverwritten() {
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> codec.encode(
                        OutgoingMessage.of(ORDERS, ORDER, "k", null, SendOptions.NONE.withHeader("ce_id", "mine"))))
                .withMessageContaining("ce_id");
    }

    @Test
    void aHeaderThatJoinsOneKindJoinsNoOther() {
        List<MessageType<?>> expected = List.of(ORDER, CANCELLED.correlatedBy(Place.header("ref")));
        SendOptions options = SendOptions.NONE.withCorrelationId("c1").withHeader("ref", "other");

        EncodedMessage reply = codec.encode(OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), options));

        assertThat(codec.correlationId(expected, reply)).contains("c1");
    }

    @Test
    void namesItsSourceAfterTheClientWhereNothingElseIsSaid() {
        assertThat(CodecSettings.from(Map.of("client.id", "desk")).source()).isEqualTo("urn:tidings:desk");
        assertThat(CodecSettings.from(Map.of()).source()).isEqualTo("urn:tidings:unknown");
    }

    private AvroMessageCodec codec(Map<String, String> configuration) {
        return new AvroMessageCodec(
                registry, CodecSettings.from(configuration).withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private Received<String, ?> decode(EncodedMessage message) {
        return codec.decode(ORDERS, List.of(ORDER, CANCELLED), message, ORIGIN);
    }

    private static Map<String, String> headers(EncodedMessage message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.name(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
