package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.embedded.ApicurioRegistry;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confluent's real classes and ours, over one real registry: bytes equal, both ways. */
class ConfluentInteropIT {

    private static final Map<String, Object> REGISTRY =
            Map.of("schema.registry.url", ApicurioRegistry.shared().url());
    private static final String SUBJECT_OF_RECORD = "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy";

    private static URLClassLoader theirs;

    @BeforeAll
    static void load() throws Exception {
        URL jar = Path.of("target", "confluent", "confluent.jar").toUri().toURL();
        URL tests = ConfluentPeer.class.getProtectionDomain().getCodeSource().getLocation();
        theirs = new URLClassLoader(new URL[] {jar, tests}, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void unload() throws Exception {
        theirs.close();
    }

    @Test
    void writesAndReadsGeneratedRecordsAsTheyDo() throws Exception {
        Map<String, Object> specific = with("specific.avro.reader", true);
        BiFunction<String, byte[], byte[]> peer = peer(specific, Order.getClassSchema());
        byte[] payload = Orders.avroBytes(Orders.full());

        byte[] theirMessage = peer.apply("write", payload);
        byte[] ourMessage = write(specific, Orders.full());

        assertThat(ourMessage).isEqualTo(theirMessage);
        assertThat(read(specific, theirMessage)).isEqualTo(Orders.full());
        assertThat(peer.apply("read", ourMessage)).isEqualTo(payload);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesAndReadsGenericRecordsAsTheyDo(long seed) throws Exception {
        Schema schema = new Schema.Parser()
                .parse(JavaProperties.without(Order.getClassSchema())
                        .toString()
                        .replace("OrderStatus", "Status" + seed));
        for (Object datum : new RandomData(schema, 50, seed)) {
            // Maps are written in the order they stand in, which copying may change.
            byte[] payload = Orders.avroBytes(schema, datum);
            Object copy = new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(payload, null));

            assertAlike(schema, copy);
        }
    }

    @Test
    void writesAndReadsPrimitivesAsTheyDo() throws Exception {
        assertAlike(Schema.create(Schema.Type.STRING), "größe 𝄞");
        assertAlike(Schema.create(Schema.Type.STRING), "");
        assertAlike(Schema.create(Schema.Type.INT), -1);
        assertAlike(Schema.create(Schema.Type.LONG), Long.MIN_VALUE);
        assertAlike(Schema.create(Schema.Type.FLOAT), 0.1f);
        assertAlike(Schema.create(Schema.Type.DOUBLE), -0.1);
        assertAlike(Schema.create(Schema.Type.BOOLEAN), true);
        assertAlike(Schema.create(Schema.Type.BYTES), ByteBuffer.wrap(new byte[] {1, 0, -1}));
    }

    @Test
    void sharesRecordSubjectsWithThem() throws Exception {
        Map<String, Object> strategy = with("value.subject.name.strategy", SUBJECT_OF_RECORD);

        byte[] theirMessage = peer(strategy, Order.getClassSchema()).apply("write", Orders.avroBytes(Orders.full()));

        assertThat(write(strategy, Orders.full())).isEqualTo(theirMessage);
    }

    @Test
    void exchangesMessagesOfGeneratedClientsWithThem() throws Exception {
        Channel<String> channel = new Channel<>("orders", "orders", KeyType.STRING);
        MessageType<Order> type = new MessageType<>("Order", Order.class, Order.getClassSchema());
        BiFunction<String, byte[], byte[]> peer = peer(with("specific.avro.reader", true), Order.getClassSchema());
        try (SchemaRegistry registry = SchemaRegistry.connect(REGISTRY)) {
            AvroMessageCodec codec = new AvroMessageCodec(registry, CodecSettings.from(Map.of()));

            EncodedMessage ours = codec.encode(OutgoingMessage.of(channel, type, "k", Orders.full(), SendOptions.NONE));
            assertThat(peer.apply("read", ours.value())).isEqualTo(Orders.avroBytes(Orders.full()));

            byte[] theirs = peer.apply("write", Orders.avroBytes(Orders.full()));
            EncodedMessage foreign = new EncodedMessage("", "orders", new byte[] {'k'}, theirs, List.of());
            Origin origin = new Origin("orders", 0, 0, Instant.EPOCH);
            assertThat(codec.decode(channel, List.of(type), foreign, origin).payload())
                    .isEqualTo(Orders.full());
        }
    }

    @Test
    void exchangesKeysOfGeneratedClientsWithThem() throws Exception {
        MessageType<Order> type = new MessageType<>("Order", Order.class, Order.getClassSchema());
        Channel<OrderCancelled> channel = new Channel<>("orders", "orders", AvroKey.framed(OrderCancelled.class));
        OrderCancelled key = new OrderCancelled("1", "why");
        byte[] bare = AvroKey.bare(OrderCancelled.class).encode(key);
        BiFunction<String, byte[], byte[]> peer =
                peer(with(ConfluentPeer.OF_KEYS, "yes"), JavaProperties.without(OrderCancelled.getClassSchema()));
        try (SchemaRegistry registry = SchemaRegistry.connect(REGISTRY)) {
            AvroMessageCodec codec = new AvroMessageCodec(registry, CodecSettings.from(Map.of()));
            Origin origin = new Origin("orders", 0, 0, Instant.EPOCH);

            byte[] theirs = peer.apply("write", bare);
            EncodedMessage ours = codec.encode(OutgoingMessage.of(channel, type, key, null, SendOptions.NONE));

            assertThat(ours.key()).isEqualTo(theirs);
            assertThat(peer.apply("read", ours.key())).isEqualTo(bare);
            EncodedMessage foreign = new EncodedMessage("", "orders", theirs, null, List.of());
            assertThat(codec.decode(channel, List.of(type), foreign, origin).key())
                    .isEqualTo(key);
        }
    }

    private static void assertAlike(Schema schema, Object payload) throws Exception {
        Map<String, Object> ownTopicSubject = REGISTRY;
        byte[] bare = Orders.avroBytes(schema, payload);
        BiFunction<String, byte[], byte[]> peer = peer(ownTopicSubject, schema);

        byte[] theirMessage = peer.apply("write", bare);
        byte[] ourMessage = write(ownTopicSubject, payload);

        assertThat(ourMessage).isEqualTo(theirMessage);
        assertThat(decode(schema, peer.apply("read", ourMessage))).isEqualTo(decode(schema, bare));
        Object read = read(ownTopicSubject, theirMessage);
        assertThat(read instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : read).isEqualTo(payload);
    }

    private static Object decode(Schema schema, byte[] bare) throws IOException {
        return new GenericDatumReader<>(schema).read(null, DecoderFactory.get().binaryDecoder(bare, null));
    }

    private static byte[] write(Map<String, Object> configuration, Object payload) {
        try (AvroSerializer<Object> serializer = new AvroSerializer<>()) {
            serializer.configure(configuration, false);
            byte[] message = serializer.serialize("orders", payload);
            assertThat(message).isNotNull();
            return message;
        }
    }

    private static Object read(Map<String, Object> configuration, byte[] message) {
        try (AvroDeserializer<Object> deserializer = new AvroDeserializer<>()) {
            deserializer.configure(configuration, false);
            Object payload = deserializer.deserialize("orders", message);
            assertThat(payload).isNotNull();
            return payload;
        }
    }

    @SuppressWarnings("unchecked") // the same JDK type on both sides
    private static BiFunction<String, byte[], byte[]> peer(Map<String, Object> configuration, Schema schema)
            throws Exception {
        BiFunction<String, byte[], byte[]> peer =
                (BiFunction<String, byte[], byte[]>) amongTheirs(() -> theirs.loadClass(ConfluentPeer.class.getName())
                        .getDeclaredConstructor(Map.class, String.class)
                        .newInstance(configuration, schema.toString()));
        return (operation, bytes) -> {
            try {
                return amongTheirs(() -> peer.apply(operation, bytes));
            } catch (Exception e) {
                throw new AssertionError("Confluent's classes failed to " + operation, e);
            }
        };
    }

    /** They find classes by the thread's loader. */
    private static <T> T amongTheirs(Callable<T> call) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(theirs);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> configuration = new HashMap<>(REGISTRY);
        configuration.put(key, value);
        return configuration;
    }
}
