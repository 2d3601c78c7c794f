package io.tidings.messaging.kafka;

import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.parking.StoredDeadLetters;
import io.tidings.messaging.serde.AvroDeserializer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the dead letters of any group from outside of its services, as a command does. Safe for use by several threads.
 *
 * <p>It takes the settings that services take. A registry is needed only to show payloads as text.
 */
public final class KafkaDeadLetters implements AutoCloseable {

    private static final String REGISTRY = "schema.registry.url";

    /** Nobody's: it stands where a registry must be named and none is asked. */
    private static final String NO_REGISTRY = "mock://none";

    private static final int LONGEST_HEX = 512;

    private final ClientSettings settings;
    private final Clients clients;
    private final Admin admin;
    private final Topics topics;
    private final LazyProducer producer;
    private final @Nullable AvroDeserializer<Object> payloads;

    private KafkaDeadLetters(
            ClientSettings settings, Clients clients, Admin admin, @Nullable AvroDeserializer<Object> payloads) {
        this.settings = settings;
        this.clients = clients;
        this.admin = admin;
        this.topics = new Topics(admin, settings.connectTimeout());
        this.producer = new LazyProducer(clients::deadLetterProducer);
        this.payloads = payloads;
    }

    /**
     * Connects.
     *
     * @throws io.tidings.messaging.config.InvalidConfigurationException with everything that is wrong with the settings
     * @throws io.tidings.messaging.UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    public static KafkaDeadLetters connect(Map<String, String> configuration) {
        Map<String, String> all = new HashMap<>(configuration);
        all.putIfAbsent(REGISTRY, NO_REGISTRY);
        ClientSettings settings = ClientSettings.of(all);
        BrokerProbe probe = new BrokerProbe(settings.bootstrapServers(), settings.connectTimeout());
        probe.awaitListener();
        Clients clients = new Clients(settings);
        Admin admin = clients.admin();
        try {
            probe.awaitBroker(admin);
            return new KafkaDeadLetters(
                    settings, clients, admin, configuration.containsKey(REGISTRY) ? deserializer(configuration) : null);
        } catch (RuntimeException e) {
            admin.close(settings.closeTimeout());
            throw e;
        }
    }

    private static AvroDeserializer<Object> deserializer(Map<String, String> configuration) {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>();
        deserializer.configure(configuration, false);
        return deserializer;
    }

    /**
     * The dead letters of a group.
     *
     * @param address of the channel that it reads
     * @throws io.tidings.messaging.MissingTopicException if there is no such topic
     */
    public DeadLetterChannel channel(String address, String group) {
        topics.require(address);
        DeadLetterTopics own = new DeadLetterTopics(topics, address, group, settings.deadLetterRetention());
        return new StoredDeadLetters(
                address, group, new KafkaDeadLetterStore(producer, own, () -> clients.reader(own.letters()), () -> {}));
    }

    /** The payload for people: as its schema reads it, or as text, or else its bytes. Empty for a tombstone. */
    public Optional<String> payload(DeadLetter letter) {
        EncodedMessage message = letter.message();
        byte[] value = message.value();
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(decoded(message, value).or(() -> text(value)).orElseGet(() -> hex(value)));
    }

    private Optional<String> decoded(EncodedMessage message, byte[] value) {
        if (payloads == null) {
            return Optional.empty();
        }
        Headers headers = new RecordHeaders();
        message.headers().forEach(header -> headers.add(header.name(), header.value()));
        try {
            return Optional.of(String.valueOf(payloads.deserialize(message.address(), headers, value)));
        } catch (KafkaException e) {
            // Often this is why it is here.
            return Optional.empty();
        }
    }

    /** Text, if it is nothing but text. */
    public static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean printable = text.chars().noneMatch(letter -> Character.isISOControl(letter) && letter != '\n');
            return printable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_HEX));
        return "hex:" + hex + (bytes.length > LONGEST_HEX ? "… (" + bytes.length + " bytes)" : "");
    }

    @Override
    public void close() {
        Closing closing = new Closing();
        closing.close(() -> producer.close(settings.closeTimeout()));
        closing.close(() -> admin.close(settings.closeTimeout()));
        if (payloads != null) {
            closing.close(payloads);
        }
    }
}
