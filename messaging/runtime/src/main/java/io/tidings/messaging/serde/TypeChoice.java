package io.tidings.messaging.serde;

import io.tidings.messaging.MessageHeaders;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.WireSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * As which of the expected types the messages of one writer's schema are read. Mostly the schema says; where several types, or
 * none, bear its name, a message's own {@code ce_type} does, or else headers that one of them alone is marked with.
 */
final class TypeChoice {

    private final Schema written;
    private final boolean strictUtf8;
    private final TypeReader<?> usual;
    private final Map<String, MessageType<?>> named;
    private final Map<String, TypeReader<?>> readers = new ConcurrentHashMap<>();

    private TypeChoice(
            Schema written, boolean strictUtf8, @Nullable MessageType<?> usual, Map<String, MessageType<?>> named) {
        this.written = written;
        this.strictUtf8 = strictUtf8;
        this.usual = usual == null ? unexpected() : typed(usual);
        this.named = named;
    }

    static TypeChoice of(Schema written, List<MessageType<?>> expected, boolean strictUtf8) {
        ExpectedTypes types = ExpectedTypes.of(written, expected);
        Map<String, MessageType<?>> named = types.toBeNamed().stream()
                .collect(
                        Collectors.toUnmodifiableMap(MessageType::name, Function.identity(), (first, second) -> first));
        return new TypeChoice(written, strictUtf8, types.usual(), named);
    }

    /**
     * What reads a message.
     *
     * @throws io.tidings.messaging.PoisonMessageException if its headers name a type that cannot read it
     */
    TypeReader<?> reader(MessageHeaders headers) {
        if (named.isEmpty()) {
            return usual;
        }
        byte[] header = headers.get(CloudEventHeaders.TYPE);
        String name = header == null ? "" : new String(header, StandardCharsets.UTF_8);
        MessageType<?> type = named.get(name);
        if (type == null) {
            type = marked(headers);
        }
        if (type == null) {
            return usual;
        }
        TypeReader<?> known = readers.get(type.name());
        if (known == null) {
            known = typed(type);
            readers.put(type.name(), known);
        }
        return known;
    }

    private @Nullable MessageType<?> marked(MessageHeaders headers) {
        MessageType<?> only = null;
        for (MessageType<?> type : named.values()) {
            if (type.marks(headers)) {
                if (only != null) {
                    return null;
                }
                only = type;
            }
        }
        return only;
    }

    private TypeReader<?> unexpected() {
        return new TypeReader<Object>(
                written.getFullName(), null, PayloadReader.resolve(written, written, Models.PLAIN, strictUtf8));
    }

    private <V> TypeReader<V> typed(MessageType<V> type) {
        Class<V> payloadType = type.payloadType();
        // The class's own schema also says which Java types its fields have.
        Schema reads = Models.generated(payloadType) ? Models.schemaOf(payloadType) : type.schema();
        Schema seen = WireSchema.asRead(written, type.schema(), reads);
        return new TypeReader<>(
                type.name(), type, PayloadReader.resolve(seen, reads, Models.reading(payloadType), strictUtf8));
    }
}
