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
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.avro.ExistingClasses;
import io.tidings.messaging.serde.PluggedCodec.Plug;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PluggedCodecTest {

    private static final Channel<String> ORDERS = new Channel<>("orders", "shop.orders", KeyType.STRING);
    private static final MessageType<Order> ORDER =
            new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema());
    private static final MessageType<OrderCancelled> CANCELLED =
            new MessageType<>("OrderCancelled", OrderCancelled.class, OrderCancelled.getClassSchema());
    private static final Origin ORIGIN = new Origin("shop.orders", 0, 0, Instant.EPOCH);
    private static final Plug WRITES = new Plug(Writes.class.getName(), Map.of("separator", "|"));

    @Test
    void carriesMessagesByTheNamedClasses() {
        EncodedMessage message = encode(codec(Reads.class), new OrderCancelled("1", "why"));

        assertThat(message.value()).asString(StandardCharsets.UTF_8).isEqualTo("shop.orders|1|why");
        assertThat(message.header("written-by")).hasValue("test".getBytes(StandardCharsets.UTF_8));
        assertThat(message.header("content-type")).isEmpty();

        Received<String, ?> received = decode(codec(Reads.class), message);
        assertThat(received.payload()).isEqualTo(new OrderCancelled("1", "why"));
        assertThat(received.type()).isEqualTo(CANCELLED);
        assertThat(received.metadata().type()).isEqualTo("OrderCancelled");
        assertThat(received.key()).isEqualTo("k");
    }

    @Test
    void makesTheExpectedClassOfAGenericRecord() {
        Received<String, ?> received = decode(codec(ReadsGeneric.class), message("7"));

        assertThat(received.payload()).isEqualTo(new OrderCancelled("7", "unknown"));
        assertThat(received.type()).isEqualTo(CANCELLED);
    }

    @Test
    void handsOnRecordsThatNobodyExpects() {
        Received<String, ?> received = codec(ReadsGeneric.class).decode(ORDERS, List.of(ORDER), message("7"), ORIGIN);

        assertThat(received.type()).isNull();
        assertThat(received.payload()).isInstanceOf(GenericRecord.class);
        assertThat(received.metadata().type()).isEqualTo("com.example.shop.OrderCancelled");
    }

    @Test
    void refusesWhatNoExpectedTypeCarries() {
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(codec(ReadsText.class), message("7")))
                .withMessageContaining("java.lang.String")
                .withMessageContaining("orders");
    }

    @Test
    void bringsTombstonesAcrossWithoutAskingTheClasses() {
        EncodedMessage message = encode(codec(Failing.class), null);

        assertThat(message.value()).isNull();
        assertThat(decode(codec(Failing.class), message).payload()).isNull();
    }

    @Test
    void refusesToMakeATombstoneOfAPayload() {
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> encode(codec(Reads.class), new OrderCancelled("nothing", "")))
                .withMessageContaining("tombstone");
    }

    @Test
    void tellsByTheCauseWhetherToRetry() {
        PluggedCodec codec = codec(Failing.class);
        for (String passing : List.of("connect", "kafka", "503", "429", "401")) {
            assertThatExceptionOfType(TransientMessagingException.class)
                    .as(passing)
                    .isThrownBy(() -> decode(codec, message(passing)))
                    .withMessageContaining("shop.orders")
                    .withMessageContaining("value.deserializer");
        }
        for (String lasting : List.of("eof", "404", "other")) {
            assertThatExceptionOfType(PoisonMessageException.class)
                    .as(lasting)
                    .isThrownBy(() -> decode(codec, message(lasting)));
        }
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> encode(codec, new OrderCancelled("401", "")))
                .withMessageContaining("value.serializer");
    }

    @Test
    void whatTravelsIsTheDocumentsWhateverClassHoldsIt() {
        MessageType<OrderCancelled> type = new MessageType<>("Gone", OrderCancelled.class, ExistingClasses.parse("""
                {"type": "record", "name": "Gone", "namespace": "org.doc", "fields": [
                  {"name": "reason", "type": "string"}, {"name": "id", "type": "string"}]}"""));
        PluggedCodec codec = PluggedCodec.open(
                CodecSettings.from(Map.of()),
                null,
                new Plug(WritesRecords.class.getName(), Map.of()),
                new Plug(ReadsDocument.class.getName(), Map.of()));

        EncodedMessage message =
                codec.encode(OutgoingMessage.of(ORDERS, type, "k", new OrderCancelled("1", "why"), SendOptions.NONE));

        assertThat(message.value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("org.doc.Gone {\"reason\": \"why\", \"id\": \"1\"}");
        assertThat(codec.decode(ORDERS, List.of(type), message, ORIGIN).payload())
                .isEqualTo(new OrderCancelled("1", "why"));
    }

    @Test
    void standsBesideAvroWhereOneClassIsNamed() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        PluggedCodec reading = PluggedCodec.open(
                CodecSettings.from(Map.of()), registry, null, new Plug(Reads.class.getName(), Map.of()));

        assertThat(encode(reading, new OrderCancelled("1", "why")).value()).startsWith(0, 0, 0, 0);
    }

    @Test
    void saysWhichClassCannotBeMade() {
        for (String name : List.of("com.example.Nobody", "java.lang.String")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() ->
                            PluggedCodec.open(CodecSettings.from(Map.of()), null, WRITES, new Plug(name, Map.of())))
                    .withMessageContaining("value.deserializer")
                    .withMessageContaining(name);
        }
    }

    private static PluggedCodec codec(Class<?> reads) {
        return PluggedCodec.open(CodecSettings.from(Map.of()), null, WRITES, new Plug(reads.getName(), Map.of()));
    }

    private static EncodedMessage encode(PluggedCodec codec, @Nullable OrderCancelled payload) {
        return codec.encode(OutgoingMessage.of(ORDERS, CANCELLED, "k", payload, SendOptions.NONE));
    }

    private static Received<String, ?> decode(PluggedCodec codec, EncodedMessage message) {
        return codec.decode(ORDERS, List.of(ORDER, CANCELLED), message, ORIGIN);
    }

    private static EncodedMessage message(String value) {
        return new EncodedMessage(
                "", "shop.orders", new byte[] {'k'}, value.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private static RuntimeException failure(String kind) {
        return new SerializationException(
                "cannot",
                switch (kind) {
                    case "connect" -> new ConnectException("refused");
                    case "kafka" -> new TimeoutException("late");
                    case "eof" -> new EOFException();
                    case "other" -> new IllegalStateException("other");
                    default -> new AnyRestClientException(Integer.parseInt(kind));
                });
    }

    /** Nobody's in particular: what counts is how it is called and what it says. */
    public static final class AnyRestClientException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        AnyRestClientException(int status) {
            super("status " + status);
            this.status = status;
        }

        public int getStatus() {
            return status;
        }
    }

    /** Text with a separator that is configured. */
    public static final class Writes implements Serializer<OrderCancelled> {
        private String separator = "";

        @Override
        public void configure(Map<String, ?> configuration, boolean isKey) {
            separator = String.valueOf(configuration.get("separator"));
        }

        @Override
        public byte @Nullable [] serialize(String topic, OrderCancelled payload) {
            throw new UnsupportedOperationException("with headers");
        }

        @Override
        public byte @Nullable [] serialize(String topic, Headers headers, OrderCancelled payload) {
            if (payload.getId().equals("401")) {
                throw failure("401");
            }
            headers.add("written-by", "test".getBytes(StandardCharsets.UTF_8));
            return payload.getId().equals("nothing")
                    ? null
                    : String.join(separator, topic, payload.getId(), payload.getReason())
                            .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Any record, as it says itself. */
    public static final class WritesRecords implements Serializer<GenericContainer> {
        @Override
        public byte @Nullable [] serialize(String topic, GenericContainer payload) {
            return (payload.getSchema().getFullName() + " " + payload).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A record of the document's. */
    public static final class ReadsDocument implements Deserializer<GenericRecord> {
        @Override
        public GenericRecord deserialize(String topic, byte[] value) {
            return new GenericRecordBuilder(SchemaBuilder.record("org.doc.Gone")
                            .fields()
                            .requiredString("reason")
                            .requiredString("id")
                            .endRecord())
                    .set("reason", "why")
                    .set("id", "1")
                    .build();
        }
    }

    /** What {@link Writes} writes. */
    public static final class Reads implements Deserializer<OrderCancelled> {
        @Override
        public OrderCancelled deserialize(String topic, byte[] value) {
            String[] parts = new String(value, StandardCharsets.UTF_8).split("\\|", -1);
            return new OrderCancelled(parts[1], parts[2]);
        }
    }

    /** Records that know nothing of generated classes. */
    public static final class ReadsGeneric implements Deserializer<GenericRecord> {
        @Override
        public GenericRecord deserialize(String topic, byte[] value) {
            return new GenericRecordBuilder(JavaProperties.without(OrderCancelled.getClassSchema()))
                    .set("id", new String(value, StandardCharsets.UTF_8))
                    .build();
        }
    }

    /** Plain text. */
    public static final class ReadsText implements Deserializer<String> {
        @Override
        public String deserialize(String topic, byte[] value) {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    /** Fails as the message says. */
    public static final class Failing implements Deserializer<Object> {
        @Override
        public Object deserialize(String topic, byte[] value) {
            throw failure(new String(value, StandardCharsets.UTF_8));
        }
    }
}
