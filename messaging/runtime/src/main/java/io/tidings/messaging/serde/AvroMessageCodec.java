package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.registry.SchemaRegistry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages in Confluent's wire format with CloudEvents headers. What others write with {@code KafkaAvroSerializer} it reads,
 * and the other way round. Safe for use by several threads; it does not close the registry.
 */
public final class AvroMessageCodec implements MessageCodec {

    private final CodecSettings settings;
    private final UuidV7 ids;
    private final TypeWriters writers;
    private final TypeReaders readers;

    public AvroMessageCodec(SchemaRegistry registry, CodecSettings settings) {
        this.settings = settings;
        this.ids = new UuidV7(settings.clock());
        this.writers = new TypeWriters(registry, settings);
        this.readers = new TypeReaders(new WriterSchemas(registry));
    }

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        V payload = message.payload();
        byte @Nullable [] value = payload == null ? null : value(message, payload);
        Metadata metadata = metadata(message);
        return new EncodedMessage(
                metadata.id(),
                message.address(),
                message.channel().keyType().encode(message.key()),
                value,
                CloudEventHeaders.write(metadata, message.options().headers(), value == null));
    }

    /** A reply's schema stands under the reply channel that the document declares, wherever this one goes. */
    private <V> byte[] value(OutgoingMessage<?, V> message, V payload) {
        MessageType<V> type = message.type();
        if (!type.payloadType().isInstance(payload)) {
            throw new PoisonMessageException(
                    "A message of type " + type.name() + " carries a "
                            + type.payloadType().getName() + ", not a "
                            + payload.getClass().getName(),
                    null);
        }
        return writers.writer(message.channel().address(), type).write(payload);
    }

    private <K> Metadata metadata(OutgoingMessage<K, ?> message) {
        SendOptions options = message.options();
        String id = options.id();
        String subject = options.subject();
        return new Metadata(
                id == null ? ids.next().toString() : id,
                settings.source(),
                message.type().name(),
                settings.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                subject == null ? subjectOf(message.key()) : subject,
                options.correlationId(),
                options.replyTo(),
                options.causationId(),
                options.entityVersion(),
                null,
                null);
    }

    /** What a message is about is commonly what its key names. */
    private static @Nullable String subjectOf(@Nullable Object key) {
        return key == null || key instanceof byte[] ? null : key.toString();
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Origin origin) {
        K key = channel.keyType().decode(message.key());
        Map<String, byte[]> headers = CloudEventHeaders.all(message);
        byte[] value = message.value();
        if (value == null) {
            String only = expected.size() == 1 ? expected.get(0).name() : "unknown";
            return new Received<K, Object>(
                    key, null, null, CloudEventHeaders.read(headers, only, origin), origin, headers);
        }
        TypeReader<?> reader = readers.reader(WireFormat.schemaId(value), expected);
        return received(key, reader, value, CloudEventHeaders.read(headers, reader.name(), origin), origin, headers);
    }

    private static <K, V> Received<K, V> received(
            @Nullable K key,
            TypeReader<V> reader,
            byte[] value,
            Metadata metadata,
            Origin origin,
            Map<String, byte[]> headers) {
        return new Received<>(key, reader.type(), reader.read(value), metadata, origin, headers);
    }
}
