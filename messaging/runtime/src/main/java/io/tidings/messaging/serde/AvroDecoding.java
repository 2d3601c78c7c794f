package io.tidings.messaging.serde;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Avro with the ids of a registry: what reads each writer's schema, for each list of types that are expected together. */
final class AvroDecoding implements PayloadDecoding {

    private final WriterSchemas schemas;
    private final SchemaIdSettings ids;
    private final boolean strictUtf8;
    private final Slots<ById<TypeChoice>> recent = new Slots<>();
    private final Map<List<MessageType<?>>, ById<TypeChoice>> choices = new ConcurrentHashMap<>();

    AvroDecoding(SchemaRegistry registry, CodecSettings settings) {
        this.schemas = new WriterSchemas(registry);
        this.ids = settings.ids();
        this.strictUtf8 = settings.strictUtf8();
    }

    @Override
    public Decoded<?> decode(Channel<?> channel, List<MessageType<?>> expected, MessageHeaders headers, byte[] value) {
        ById<TypeChoice> choices = choices(expected);
        byte @Nullable [] header = ids.seeksHeader() ? headers.get(ids.header()) : null;
        TypeReader<?> reader = choices.reader(header, value).reader(headers);
        return decoded(reader, value, choices.start(header));
    }

    private static <V> Decoded<V> decoded(TypeReader<V> reader, byte[] value, int start) {
        return new Decoded<>(reader.name(), reader.type(), reader.read(value, start));
    }

    private ById<TypeChoice> choices(List<MessageType<?>> expected) {
        ById<TypeChoice> known = recent.get(expected, "");
        if (known == null) {
            known = choices.computeIfAbsent(List.copyOf(expected), this::newChoices);
            recent.put(expected, "", known);
        }
        return known;
    }

    private ById<TypeChoice> newChoices(List<MessageType<?>> expected) {
        boolean wide = !expected.isEmpty()
                && expected.stream().allMatch(type -> type.schemaId() == SchemaIdLocation.WIDE_PAYLOAD);
        return new ById<>(
                ids,
                ids.payloadFrame(wide ? SchemaIdLocation.WIDE_PAYLOAD : SchemaIdLocation.PAYLOAD),
                id -> TypeChoice.of(schemas.of(id), expected, strictUtf8));
    }
}
