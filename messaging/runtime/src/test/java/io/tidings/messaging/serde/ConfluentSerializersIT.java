package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.Order;
import com.example.shop.OrderCancelled;
import io.tidings.embedded.ApicurioRegistry;
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
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.config.ConnectedCodec;
import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated clients with Confluent's real classes by the usual keys, beside clients with ours, over one real registry. */
class ConfluentSerializersIT {

    private static final Path EXAMPLE =
            Path.of("..", "..", "examples", "own-project", "confluent-serializer.properties");
    private static final Channel<String> ORDERS = new Channel<>("orders", "plugged.orders", KeyType.STRING);
    private static final MessageType<Order> ORDER =
            new MessageType<>("OrderPlaced", Order.class, Order.getClassSchema());
    private static final MessageType<OrderCancelled> CANCELLED =
            new MessageType<>("OrderCancelled", OrderCancelled.class, OrderCancelled.getClassSchema());
    private static final Origin ORIGIN = new Origin("plugged.orders", 0, 0, Instant.EPOCH);

    private static ClassLoader before;
    private static URLClassLoader theirs;

    /** Theirs find Kafka, Avro and our records where we find them: all that is not on the class path is Confluent's. */
    @BeforeAll
    static void load() throws Exception {
        before = Thread.currentThread().getContextClassLoader();
        URL jar = Path.of("target", "confluent", "confluent.jar").toUri().toURL();
        theirs = new URLClassLoader(new URL[] {jar}, ConfluentSerializersIT.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(theirs);
    }

    @AfterAll
    static void unload() throws Exception {
        Thread.currentThread().setContextClassLoader(before);
        theirs.close();
    }

    @Test
    void carryMessagesAcross() throws Exception {
        try (ConnectedCodec plugged = open(example())) {
            EncodedMessage message = encode(plugged);

            Received<String, ?> received = decode(plugged, message);

            assertThat(received.payload()).isEqualTo(Orders.full());
            assertThat(received.type()).isEqualTo(ORDER);
            assertThat(received.key()).isEqualTo("k");
            assertThat(received.metadata().type()).isEqualTo("OrderPlaced");
        }
    }

    @Test
    void writeWhatOursReadAndReadWhatOursWrite() throws Exception {
        try (ConnectedCodec plugged = open(example());
                ConnectedCodec ours = open(Map.of())) {
            EncodedMessage byThem = encode(plugged);
            EncodedMessage byUs = encode(ours);

            assertThat(byUs.value()).isEqualTo(byThem.value());
            assertThat(decode(ours, byThem).payload()).isEqualTo(Orders.full());
            assertThat(decode(plugged, byUs).payload()).isEqualTo(Orders.full());
        }
    }

    @Test
    void readIntoGeneratedClassesOrGenericRecordsAsTheyLike() throws Exception {
        for (String specific : List.of("true", "false")) {
            Map<String, String> configuration = example();
            configuration.put("specific.avro.reader", specific);
            try (ConnectedCodec plugged = open(configuration)) {
                assertThat(decode(plugged, encode(plugged)).payload())
                        .as(specific)
                        .isEqualTo(Orders.full());
            }
        }
    }

    @Test
    void failAsOursDo() throws Exception {
        EncodedMessage unknown =
                new EncodedMessage("", "plugged.orders", new byte[0], new byte[] {0, 0x7F, 0, 0, 0, 2}, List.of());
        EncodedMessage truncated;
        try (ConnectedCodec plugged = open(example())) {
            EncodedMessage message = encode(plugged);
            truncated = new EncodedMessage(
                    "", "plugged.orders", new byte[0], Arrays.copyOf(message.value(), 20), List.of());
            assertThatExceptionOfType(PoisonMessageException.class)
                    .isThrownBy(() -> decode(plugged, unknown))
                    .withMessageContaining("plugged.orders")
                    .withMessageContaining("value.deserializer");
            assertThatExceptionOfType(PoisonMessageException.class).isThrownBy(() -> decode(plugged, truncated));
        }
        Map<String, String> away = example();
        away.put("schema.registry.url", "http://127.0.0.1:1");
        try (ConnectedCodec plugged = ConnectedCodec.open(ClientSettings.of(away))) {
            assertThatExceptionOfType(TransientMessagingException.class).isThrownBy(() -> decode(plugged, unknown));
            assertThatExceptionOfType(TransientMessagingException.class).isThrownBy(() -> encode(plugged));
        }
    }

    private static Map<String, String> example() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(EXAMPLE)) {
            properties.load(file);
        }
        Map<String, String> configuration = new HashMap<>();
        properties.forEach((key, value) -> configuration.put((String) key, (String) value));
        return configuration;
    }

    private static ConnectedCodec open(Map<String, String> configuration) {
        Map<String, String> complete = new HashMap<>(configuration);
        complete.put("bootstrap.servers", "127.0.0.1:9092");
        complete.put("schema.registry.url", ApicurioRegistry.shared().url());
        return ConnectedCodec.open(ClientSettings.of(complete));
    }

    private static EncodedMessage encode(ConnectedCodec codec) {
        return codec.codec().encode(OutgoingMessage.of(ORDERS, ORDER, "k", Orders.full(), SendOptions.NONE));
    }

    private static Received<String, ?> decode(ConnectedCodec codec, EncodedMessage message) {
        return codec.codec().decode(ORDERS, List.of(ORDER, CANCELLED), message, ORIGIN);
    }
}
