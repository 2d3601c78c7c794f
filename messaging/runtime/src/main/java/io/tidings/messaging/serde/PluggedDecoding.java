package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.PoisonMessageException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Payloads by somebody's deserializer. Kafka's consumer calls it by one thread, so here each thread that decodes borrows one of
 * its own. Avro records of another class than the expected one, generic ones as well, are read into that.
 */
final class PluggedDecoding implements PayloadDecoding {

    private static final String SETTING = ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG;

    private final Supplier<Deserializer<Object>> making;
    private final Queue<Deserializer<Object>> idle = new ConcurrentLinkedQueue<>();
    private final RecordConversions conversions = new RecordConversions();

    private PluggedDecoding(Supplier<Deserializer<Object>> making) {
        this.making = making;
    }

    /** The first is made at once: what is wrong with it shows at the start. */
    @SuppressWarnings("unchecked") // what it gives is looked at
    static PluggedDecoding open(PluggedCodec.Plug plug) {
        ClassLoader loader = SerdeSettings.loader();
        Map<String, Object> configuration = new HashMap<>(plug.configuration());
        PluggedDecoding decoding = new PluggedDecoding(() -> {
            Deserializer<Object> made = PluggedClasses.make(SETTING, plug.className(), Deserializer.class, loader);
            made.configure(configuration, false);
            return made;
        });
        decoding.idle.add(decoding.making.get());
        return decoding;
    }

    @Override
    public Decoded<?> decode(Channel<?> channel, List<MessageType<?>> expected, MessageHeaders headers, byte[] value) {
        Object payload = read(channel.address(), headers, value);
        String said = said(headers);
        if (payload == null) {
            return new Decoded<Object>(said.isEmpty() ? "unknown" : said, null, null);
        }
        return payload instanceof GenericContainer record
                ? ofSchema(expected, said, record)
                : ofClass(channel, expected, said, payload);
    }

    private @Nullable Object read(String topic, MessageHeaders headers, byte[] value) {
        Headers theirs = new RecordHeaders();
        headers.forEach(theirs::add);
        Deserializer<Object> borrowed = idle.poll();
        Deserializer<Object> deserializer = borrowed == null ? making.get() : borrowed;
        try {
            return deserializer.deserialize(topic, theirs, value);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw PluggedFailures.reading(e, SETTING, deserializer.getClass(), topic);
        } finally {
            idle.add(deserializer);
        }
    }

    private static String said(MessageHeaders headers) {
        byte[] header = headers.get(CloudEventHeaders.TYPE);
        return header == null ? "" : new String(header, StandardCharsets.UTF_8);
    }

    private Decoded<?> ofSchema(List<MessageType<?>> expected, String said, GenericContainer record) {
        ExpectedTypes types = ExpectedTypes.of(record.getSchema(), expected);
        MessageType<?> type = types.toBeNamed().stream()
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElse(types.usual());
        return type == null ? new Decoded<Object>(record.getSchema().getFullName(), null, record) : typed(type, record);
    }

    private <V> Decoded<V> typed(MessageType<V> type, GenericContainer record) {
        Class<V> wanted = type.payloadType();
        Object payload = wanted.isInstance(record) ? record : conversions.convert(record, type);
        return new Decoded<>(type.name(), type, wanted.cast(payload));
    }

    private static Decoded<?> ofClass(Channel<?> channel, List<MessageType<?>> expected, String said, Object payload) {
        List<MessageType<?>> fitting = expected.stream()
                .filter(type -> type.payloadType().isInstance(payload))
                .toList();
        MessageType<?> type = fitting.stream()
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElseGet(() -> fitting.size() == 1 ? fitting.get(0) : null);
        if (type == null) {
            throw new PoisonMessageException(
                    "A message on channel '" + channel.name() + "' is a "
                            + payload.getClass().getName() + ", by '" + SETTING + "', which "
                            + (fitting.isEmpty() ? "none" : "more than one") + " of the expected types carries",
                    null);
        }
        return asIs(type, payload);
    }

    private static <V> Decoded<V> asIs(MessageType<V> type, Object payload) {
        return new Decoded<>(type.name(), type, type.payloadType().cast(payload));
    }

    void close() {
        for (Deserializer<Object> one = idle.poll(); one != null; one = idle.poll()) {
            Utils.closeQuietly(one, "deserializer");
        }
    }
}
