package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys as they travel: bare, by their own type; or with the id that a registry gave their schema. Safe for use by several threads. */
final class KeyCoding {

    private final @Nullable SchemaRegistry registry;
    private final WriteSettings settings;
    private final Map<KeyOnTopic, PayloadWriter> writers = new ConcurrentHashMap<>();
    private final Map<AvroKey<?>, ById<PayloadReader>> readers = new ConcurrentHashMap<>();

    /** @param registry for framed keys; null if nobody will write or read any */
    KeyCoding(@Nullable SchemaRegistry registry, CodecSettings settings) {
        this.registry = registry;
        this.settings = settings.keys();
    }

    /** @param headers take the schema's id, where the configuration puts it there */
    <K> byte @Nullable [] encode(Channel<K> channel, @Nullable K key, List<Header> headers) {
        KeyType<K> type = channel.keyType();
        if (key == null || !(type instanceof AvroKey<K> avro) || !avro.framed()) {
            return type.encode(key);
        }
        PayloadWriter writer = writer(new KeyOnTopic(channel.address(), avro));
        Header id = writer.idHeader();
        if (id != null) {
            headers.add(id);
        }
        return writer.write(key);
    }

    <K> @Nullable K decode(Channel<K> channel, MessageHeaders headers, byte @Nullable [] key) {
        KeyType<K> type = channel.keyType();
        if (key == null || !(type instanceof AvroKey<K> avro) || !avro.framed()) {
            return type.decode(key);
        }
        ById<PayloadReader> known = readers.computeIfAbsent(avro, this::newReaders);
        byte @Nullable [] id =
                settings.ids().seeksHeader() ? headers.get(settings.ids().header()) : null;
        return avro.cast(known.reader(id, key).read(key, known.start(id)));
    }

    /** Asking the registry may take long: not inside of the map's own lock. */
    private PayloadWriter writer(KeyOnTopic which) {
        PayloadWriter known = writers.get(which);
        if (known == null) {
            known = which.type().writer(new Subjects(registry(), settings), which.topic());
            writers.put(which, known);
        }
        return known;
    }

    private ById<PayloadReader> newReaders(AvroKey<?> type) {
        WriterSchemas schemas = new WriterSchemas(registry());
        SchemaIdSettings ids = settings.ids();
        return new ById<>(ids, ids.payloadFrame(SchemaIdLocation.PAYLOAD), id -> type.reader(schemas.of(id)));
    }

    private SchemaRegistry registry() {
        if (registry == null) {
            throw new IllegalStateException("Keys that bear their schema's id need a registry; none is used where both"
                    + " 'value.serializer' and 'value.deserializer' are of others");
        }
        return registry;
    }

    private record KeyOnTopic(String topic, AvroKey<?> type) {}
}
