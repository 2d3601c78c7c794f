package io.tidings.messaging.serde;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import com.example.shop.OrderStatus;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.SchemaDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AvroKeyTest {

    private static final OrderCancelled KEY = new OrderCancelled("1", "why");
    private static final MessageType<Order> ORDER = new MessageType<>("Order", Order.class, Order.getClassSchema());
    private static final Origin ORIGIN = new Origin("orders", 0, 0, Instant.EPOCH);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroMessageCodec codec = new AvroMessageCodec(registry, CodecSettings.from(Map.of()));

    @Test
    void bareKeysAreAvrosEncodingAndNothingElse() {
        AvroKey<OrderCancelled> type = AvroKey.bare(OrderCancelled.class);

        assertThat(type.encode(KEY)).isEqualTo(new byte[] {2, '1', 6, 'w', 'h', 'y'});
        assertThat(type.decode(type.encode(KEY))).isEqualTo(KEY);
        assertThat(type.encode(null)).isNull();
        assertThat(type.decode(null)).isNull();
        assertThat(type.accepts(KEY)).isTrue();
        assertThat(type.accepts("1")).isFalse();
        assertThatExceptionOfType(PoisonMessageException.class).isThrownBy(() -> type.decode(new byte[] {2}));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> type.decode(new byte[] {0, 0, 0}))
                .withMessageContaining("1 bytes follow its end");
        assertThat(AvroKey.bare(OrderStatus.class).decode(new byte[] {2})).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void areEqualIfTheyTravelAlike() {
        assertThat(AvroKey.bare(OrderCancelled.class))
                .isEqualTo(AvroKey.bare(OrderCancelled.class))
                .hasSameHashCodeAs(AvroKey.bare(OrderCancelled.class))
                .isNotEqualTo(AvroKey.framed(OrderCancelled.class))
                .isNotEqualTo(AvroKey.bare(Order.class));
    }

    @Test
    void bareKeysNeedNoRegistry() {
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.bare(OrderCancelled.class));

        EncodedMessage message = codec.encode(OutgoingMessage.of(channel, ORDER, KEY, null, SendOptions.NONE));

        assertThat(message.key()).isEqualTo(new byte[] {2, '1', 6, 'w', 'h', 'y'});
        assertThat(message.header("ce_subject")).isEmpty();
        assertThat(decode(codec, channel, message).key()).isEqualTo(KEY);
        assertThat(registry.subjects("")).isEmpty();
    }

    @Test
    void framedKeysAreWhatAKafkaSerializerWritesAsKeys() {
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.framed(OrderCancelled.class));

        EncodedMessage message = codec.encode(OutgoingMessage.of(channel, ORDER, KEY, Orders.full(), SendOptions.NONE));

        assertThat(registry.subjects("orders-"))
                .containsExactlyInAnyOrder("orders-key", "orders-com.example.shop.Order");
        assertThat(message.key())
                .isEqualTo(serialized(Map.of("avro.remove.java.properties", "true"), KEY, new RecordHeaders()))
                .hasSize(11)
                .startsWith(0);
        assertThat(decode(codec, channel, message).key()).isEqualTo(KEY);
        EncodedMessage tombstone = codec.encode(OutgoingMessage.of(channel, ORDER, KEY, null, SendOptions.NONE));
        assertThat(tombstone.key()).isEqualTo(message.key());
        assertThat(decode(codec, channel, tombstone).key()).isEqualTo(KEY);
    }

    @Test
    void framedKeysOfAnotherVersionAreRead() {
        Schema earlier = new Schema.Parser()
                .parse(OrderCancelled.getClassSchema()
                        .toString()
                        .replace(
                                "\"name\":\"reason\"", "\"name\":\"dropped\",\"type\":\"long\"},{\"name\":\"reason\""));
        byte[] key = serialized(
                Map.of(),
                new GenericRecordBuilder(earlier)
                        .set("id", "1")
                        .set("dropped", 7L)
                        .set("reason", "why")
                        .build(),
                new RecordHeaders());
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.framed(OrderCancelled.class));

        assertThat(decode(codec, channel, message(key, List.of())).key()).isEqualTo(KEY);
    }

    @Test
    void framedPrimitivesAreWhatAKafkaSerializerWrites() {
        Map<KeyType<?>, Object> keys = Map.of(
                KeyType.STRING,
                "größe",
                KeyType.LONG,
                -1L,
                KeyType.INTEGER,
                7,
                KeyType.FLOAT,
                0.5f,
                KeyType.DOUBLE,
                0.25,
                KeyType.BOOLEAN,
                true,
                KeyType.BYTES,
                new byte[] {1, 0, -1});
        keys.forEach((type, key) -> assertFramed(AvroKey.framed(type), key));
        Channel<UUID> channel = new Channel<>("uuids", "uuids", AvroKey.framed(KeyType.UUID));
        UUID uuid = new UUID(1, 2);
        EncodedMessage message = codec.encode(OutgoingMessage.of(channel, ORDER, uuid, null, SendOptions.NONE));
        assertThat(message.key()).hasSize(42);
        assertThat(decode(codec, channel, message).key()).isEqualTo(uuid);
        assertThatIllegalArgumentException().isThrownBy(() -> AvroKey.framed(KeyType.NONE));
    }

    @SuppressWarnings("unchecked") // the map's keys say what its values are
    private void assertFramed(AvroKey<?> type, Object key) {
        Channel<Object> channel = new Channel<>("orders", "t-" + type.schema(), (AvroKey<Object>) type);
        EncodedMessage message = codec.encode(OutgoingMessage.of(channel, ORDER, key, null, SendOptions.NONE));
        try (AvroSerializer<Object> serializer = new AvroSerializer<>(registry)) {
            serializer.configure(Map.of(), true);
            assertThat(message.key()).isEqualTo(serializer.serialize(channel.address(), key));
        }
        assertThat(decode(codec, channel, message).key()).isEqualTo(key);
    }

    @Test
    void theIdMayStandInAHeader() {
        Map<String, String> inHeader = Map.of("key.schema.id.serializer", "header");
        AvroMessageCodec headers = new AvroMessageCodec(registry, CodecSettings.from(inHeader));
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.framed(OrderCancelled.class));

        EncodedMessage message = headers.encode(OutgoingMessage.of(channel, ORDER, KEY, null, SendOptions.NONE));

        assertThat(message.key()).isEqualTo(AvroKey.bare(OrderCancelled.class).encode(KEY));
        assertThat(message.header("__key_schema_id")).isPresent();
        assertThat(decode(codec, channel, message).key()).isEqualTo(KEY);
        RecordHeaders theirs = new RecordHeaders();
        byte[] key = serialized(inHeader, KEY, theirs);
        Header id = new Header(
                "__key_schema_id", theirs.lastHeader("__key_schema_id").value());
        assertThat(decode(codec, channel, message(key, List.of(id))).key()).isEqualTo(KEY);
    }

    @Test
    void aNumberGivenForValuesIsNotThatOfKeys() {
        int values = registry.register("any", SchemaDefinition.of(Order.getClassSchema()), false)
                .id();
        registry.register(
                "orders-key", SchemaDefinition.of(JavaProperties.without(OrderCancelled.getClassSchema())), false);
        AvroMessageCodec fixed = new AvroMessageCodec(
                registry,
                CodecSettings.from(Map.of("auto.register.schemas", "false", "use.schema.id", String.valueOf(values))));
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.framed(OrderCancelled.class));

        EncodedMessage message = fixed.encode(OutgoingMessage.of(channel, ORDER, KEY, Orders.full(), SendOptions.NONE));

        assertThat(decode(codec, channel, message).key()).isEqualTo(KEY);
    }

    @Test
    void saysWhatIsWrong() {
        AvroKey<OrderCancelled> framed = AvroKey.framed(OrderCancelled.class);
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", framed);

        assertThatIllegalStateException().isThrownBy(() -> framed.encode(KEY));
        assertThatIllegalStateException().isThrownBy(() -> framed.decode(new byte[0]));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(codec, channel, message(new byte[] {'k'}, List.of())));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> decode(codec, channel, message(new byte[] {0, 0, 0, 9, 9, 0, 0}, List.of())));
        OrderCancelled unfit = new OrderCancelled();
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> codec.encode(OutgoingMessage.of(channel, ORDER, unfit, null, SendOptions.NONE)));
    }

    private byte[] serialized(Map<String, String> configuration, Object key, RecordHeaders headers) {
        try (AvroSerializer<Object> serializer = new AvroSerializer<>(registry)) {
            serializer.configure(new HashMap<>(configuration), true);
            return requireNonNull(serializer.serialize("orders", headers, key));
        }
    }

    private static EncodedMessage message(byte[] key, List<Header> headers) {
        return new EncodedMessage("", "orders", key, null, headers);
    }

    private static <K> Received<K, ?> decode(AvroMessageCodec codec, Channel<K> channel, EncodedMessage message) {
        return codec.decode(channel, List.of(ORDER), message, ORIGIN);
    }
}
