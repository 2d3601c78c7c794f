package io.tidings.messaging.jdbc;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Messages of text, and a codec that knows nothing else. */
public final class Notes implements MessageCodec {
    public static final Channel<String> CHANNEL = new Channel<>("notes", "notes", KeyType.STRING);
    public static final MessageType<String> NOTE =
            new MessageType<>("Note", String.class, Schema.create(Schema.Type.STRING));

    /** A text that this codec refuses, as a schema would. */
    public static final String UNENCODABLE = "unencodable";

    public static OutgoingMessage<String, String> note(String key, String text) {
        return OutgoingMessage.of(CHANNEL, NOTE, key, text, SendOptions.NONE);
    }

    public static OutgoingMessage<String, String> noteTo(String address, String key, String text) {
        return new OutgoingMessage<>(CHANNEL, address, NOTE, key, text, SendOptions.NONE);
    }

    public static Received<String, String> received(String id, String key, String text) {
        Metadata metadata = Metadata.of(id, "/test", NOTE.name(), Instant.EPOCH);
        Received.Origin origin = new Received.Origin(CHANNEL.address(), 0, 0, Instant.EPOCH);
        return new Received<>(key, NOTE, text, metadata, origin, Map.of());
    }

    public static String key(EncodedMessage message) {
        return text(message.key());
    }

    public static String text(EncodedMessage message) {
        return text(message.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        String text = String.valueOf(message.payload());
        if (text.equals(UNENCODABLE)) {
            throw new PoisonMessageException("This text does not fit its schema", null);
        }
        String id = message.options().id() == null
                ? UUID.randomUUID().toString()
                : message.options().id();
        byte[] key = Objects.requireNonNull(message.channel().keyType().encode(message.key()));
        List<Header> headers = List.of(new Header("ce_id", id.getBytes(StandardCharsets.UTF_8)));
        return new EncodedMessage(id, message.address(), key, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
        throw new UnsupportedOperationException("Nobody here reads");
    }
}
