package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Messages whose payloads another of Kafka's serializers writes, another of its deserializers reads, or both: Confluent's {@code
 * KafkaAvroSerializer} stays what it was. Keys and metadata are those of {@link AvroMessageCodec}. Deserializers are called by
 * the threads that work on messages, never inside {@code poll()}, and each by one thread at a time. Avro trusts the classes
 * that it generated from then on, without its system property. Safe for use by several threads.
 */
public final class PluggedCodec implements MessageCodec, AutoCloseable {

    private final PayloadEncoding encoding;
    private final PayloadDecoding decoding;
    private final EnvelopeCodec codec;

    private PluggedCodec(CodecSettings settings, KeyCoding keys, PayloadEncoding encoding, PayloadDecoding decoding) {
        this.encoding = encoding;
        this.decoding = decoding;
        this.codec = new EnvelopeCodec(settings, keys, encoding, decoding);
    }

    /** A class of Kafka's interfaces, by name, and what it is configured with. */
    public record Plug(String className, Map<String, ?> configuration) {

        /** Without the configuration, which holds passwords. */
        @Override
        public String toString() {
            return className;
        }
    }

    /**
     * With the named classes, and Avro where none is named.
     *
     * @param registry for Avro; the caller closes it
     * @param serializer a {@link Serializer}; null for Avro
     * @param deserializer a {@link Deserializer}; null for Avro
     * @throws org.apache.kafka.common.KafkaException if a class cannot be made or configured
     */
    public static PluggedCodec open(
            CodecSettings settings,
            @Nullable SchemaRegistry registry,
            @Nullable Plug serializer,
            @Nullable Plug deserializer) {
        GeneratedClassTrust.extend();
        return new PluggedCodec(
                settings,
                new KeyCoding(registry, settings),
                serializer == null ? new AvroEncoding(required(registry), settings) : PluggedEncoding.open(serializer),
                deserializer == null
                        ? new AvroDecoding(required(registry), settings)
                        : PluggedDecoding.open(deserializer));
    }

    private static SchemaRegistry required(@Nullable SchemaRegistry registry) {
        if (registry == null) {
            throw new IllegalArgumentException("Avro needs a registry");
        }
        return registry;
    }

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
        return codec.encode(message);
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Origin origin) {
        return codec.decode(channel, expected, message, origin);
    }

    @Override
    public void close() {
        if (encoding instanceof PluggedEncoding plugged) {
            plugged.close();
        }
        if (decoding instanceof PluggedDecoding plugged) {
            plugged.close();
        }
    }
}
