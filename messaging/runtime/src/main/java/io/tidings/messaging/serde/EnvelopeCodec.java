package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Received.Origin;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.PayloadDecoding.Decoded;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericContainer;
import org.jspecify.annotations.Nullable;

/** What all messages have, whoever writes and reads their payloads: keys, and CloudEvents headers. */
final class EnvelopeCodec implements MessageCodec {

    private final CodecSettings settings;
    private final UuidV7 ids;
    private final KeyCoding keys;
    private final PayloadEncoding encoding;
    private final PayloadDecoding decoding;

    EnvelopeCodec(CodecSettings settings, KeyCoding keys, PayloadEncoding encoding, PayloadDecoding decoding) {
        this.settings = settings;
        this.ids = new UuidV7(settings.clock());
        this.keys = keys;
        this.encoding = encoding;
        this.decoding = decoding;
    }

    @Override
    public <K, V> EncodedMessage encode(OutgoingMessage<K, V> given) {
        Placement<K, V> placement = Placement.of(identified(given));
        OutgoingMessage<K, V> message = placement.message();
        V payload = message.payload();
        Metadata metadata = metadata(message);
        List<Header> headers = CloudEventHeaders.write(
                metadata,
                message.options().headers(),
                payload == null ? null : encoding.contentType(),
                encoding.ownHeader());
        headers.addAll(placement.headers());
        byte @Nullable [] key = keys.encode(message.channel(), message.key(), headers);
        return new EncodedMessage(
                metadata.id(),
                message.address(),
                key,
                payload == null ? null : value(message, payload, headers),
                headers);
    }

    /** What starts something may be correlated by its own id. */
    private <K, V> OutgoingMessage<K, V> identified(OutgoingMessage<K, V> message) {
        SendOptions options = message.options();
        return options.id() == null && message.type().correlationId() != null
                ? message.with(options.withId(ids.next().toString()))
                : message;
    }

    /** A reply's schema stands under the reply channel that the document declares, wherever this one goes. */
    private <V> byte[] value(OutgoingMessage<?, V> message, V payload, List<Header> headers) {
        MessageType<V> type = message.type();
        if (!type.payloadType().isInstance(payload)) {
            throw new PoisonMessageException(
                    "A message of type " + type.name() + " carries a "
                            + type.payloadType().getName() + ", not a "
                            + payload.getClass().getName(),
                    null);
        }
        return encoding.encode(message.channel().address(), type, payload, headers);
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

    /** What a message is about is commonly what its key names, if that is text or a number. */
    private static @Nullable String subjectOf(@Nullable Object key) {
        return key == null || key instanceof byte[] || key instanceof GenericContainer ? null : key.toString();
    }

    @Override
    public <K> Received<K, ?> decode(
            Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Origin origin) {
        MessageHeaders headers = MessageHeaders.of(message);
        K key = keys.decode(channel, headers, message.key());
        byte[] value = message.value();
        if (value == null) {
            String only = expected.size() == 1 ? expected.get(0).name() : "unknown";
            return received(key, expected, new Decoded<Object>(only, null, null), headers, origin);
        }
        return received(key, expected, decoding.decode(channel, expected, headers, value), headers, origin);
    }

    private static <K, V> Received<K, V> received(
            @Nullable K key, List<MessageType<?>> expected, Decoded<V> decoded, MessageHeaders headers, Origin origin) {
        return Received.unread(
                key,
                decoded.type(),
                decoded.payload(),
                () -> new Placed(expected, decoded.type(), headers, decoded.payload())
                        .over(CloudEventHeaders.read(headers, decoded.name(), origin)),
                origin,
                headers);
    }
}
