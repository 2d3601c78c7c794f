package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.PoisonMessageException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Payloads by somebody's serializer, which may add headers. As in Kafka's producer, one instance serves all threads. */
final class PluggedEncoding implements PayloadEncoding {

    private static final String SETTING = ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG;
    private static final byte[] NOTHING = {};

    private final Serializer<Object> serializer;
    private final DocumentRecords documentRecords = new DocumentRecords();

    private PluggedEncoding(Serializer<Object> serializer) {
        this.serializer = serializer;
    }

    @SuppressWarnings("unchecked") // what it takes is the configuration's to know
    static PluggedEncoding open(PluggedCodec.Plug plug) {
        Serializer<Object> serializer =
                PluggedClasses.make(SETTING, plug.className(), Serializer.class, SerdeSettings.loader());
        serializer.configure(plug.configuration(), false);
        return new PluggedEncoding(serializer);
    }

    @Override
    public byte[] encode(String topic, MessageType<?> type, Object payload, List<Header> headers) {
        Object said = documentRecords.of(type, payload);
        Headers theirs = new RecordHeaders();
        headers.forEach(header -> theirs.add(header.name(), header.value()));
        byte[] value;
        try {
            value = serializer.serialize(topic, theirs, said);
        } catch (RuntimeException | LinkageError e) {
            throw PluggedFailures.writing(e, SETTING, serializer.getClass(), topic);
        }
        if (value == null) {
            throw new PoisonMessageException(
                    "The serializer " + serializer.getClass().getName() + " made nothing of a "
                            + payload.getClass().getName() + " for topic '" + topic
                            + "': that would be a tombstone, and delete what the key names",
                    null);
        }
        headers.clear();
        theirs.forEach(
                header -> headers.add(new Header(header.key(), header.value() == null ? NOTHING : header.value())));
        return value;
    }

    @Override
    public @Nullable String contentType() {
        return null;
    }

    @Override
    public @Nullable String ownHeader() {
        return null;
    }

    void close() {
        Utils.closeQuietly(serializer, "serializer");
    }
}
