package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.messaging.avro.RecordData;
import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format, with the schema's id in a header or before the payload, into generic records, or, with {@code
 * specific.avro.reader=true}, into the generated class that bears the writer's name; with {@code specific.avro.value.type} (or
 * {@code key}) into that class, whoever wrote. Takes {@code schema.registry.url} and the other keys of {@link
 * io.tidings.registry.RegistrySettings}, {@code value.schema.id.deserializer} (default: header first, then payload), {@code
 * avro.use.logical.type.converters} (default false) for generic records, and {@code tidings.strict.utf8} (default false).
 * Generated classes need no system property of Avro's.
 *
 * <p>Fails with a {@link SerializationException} whose cause is a {@link MessagingException} that says whether to retry.
 *
 * @param <T> what the configuration yields; nothing is checked here
 */
public final class AvroDeserializer<T> implements Deserializer<T> {

    private final Map<Schema, ById<PayloadReader>> otherReaders = new ConcurrentHashMap<>();
    private SchemaIdSettings ids = SchemaIdSettings.from(Map.of(), false);
    private ById<PayloadReader> readers = byId(this::reader);
    private @Nullable SchemaRegistry registry;
    private boolean ownRegistry;
    private @Nullable WriterSchemas writerSchemas;
    private @Nullable Class<?> type;
    private boolean specific;
    private boolean logicalTypes;
    private boolean strictUtf8;

    /** For Kafka, which configures it. */
    public AvroDeserializer() {}

    /** With a registry that the caller closes; {@link #configure} may be called. */
    public AvroDeserializer(SchemaRegistry registry) {
        this.registry = registry;
        this.writerSchemas = new WriterSchemas(registry);
    }

    /** Into a generated class, with a registry that the caller closes. */
    public AvroDeserializer(SchemaRegistry registry, Class<T> recordClass) {
        this(registry);
        this.type = recordClass;
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        if (registry == null) {
            registry = SerdeSettings.connect(configuration);
            ownRegistry = true;
            writerSchemas = new WriterSchemas(registry);
        }
        Class<?> configured = SerdeSettings.type(
                configuration, isKey ? SerdeSettings.SPECIFIC_KEY_TYPE : SerdeSettings.SPECIFIC_VALUE_TYPE);
        type = configured == null ? type : configured;
        specific = SerdeSettings.flag(configuration, SerdeSettings.SPECIFIC_READER, false);
        logicalTypes = SerdeSettings.flag(configuration, SerdeSettings.LOGICAL_TYPES, false);
        strictUtf8 = SerdeSettings.flag(configuration, SerdeSettings.STRICT_UTF8, false);
        ids = SchemaIdSettings.from(configuration, isKey);
        readers = byId(this::reader);
        otherReaders.clear();
    }

    private ById<PayloadReader> byId(Function<WriterId, PayloadReader> making) {
        return new ById<>(ids, ids.payloadFrame(SchemaIdLocation.PAYLOAD), making);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] message) {
        return deserialize(topic, null, message);
    }

    @Override
    public @Nullable T deserialize(String topic, @Nullable Headers headers, byte @Nullable [] message) {
        return message == null ? null : read(topic, headers, message, readers);
    }

    /** Reads into a reader's schema other than the configured one. */
    public @Nullable T deserialize(String topic, byte @Nullable [] message, Schema readerSchema) {
        return deserialize(topic, null, message, readerSchema);
    }

    /** Reads into a reader's schema other than the configured one. */
    public @Nullable T deserialize(
            String topic, @Nullable Headers headers, byte @Nullable [] message, Schema readerSchema) {
        return message == null
                ? null
                : read(
                        topic,
                        headers,
                        message,
                        otherReaders.computeIfAbsent(readerSchema, schema -> byId(id -> reader(id, schema))));
    }

    @SuppressWarnings("unchecked") // the configuration says what T is
    private T read(String topic, @Nullable Headers headers, byte[] message, ById<PayloadReader> from) {
        try {
            byte[] header = idHeader(headers);
            return (T) from.reader(header, message).read(message, from.start(header));
        } catch (MessagingException e) {
            throw new SerializationException("Cannot read from topic '" + topic + "': " + e.getMessage(), e);
        }
    }

    private byte @Nullable [] idHeader(@Nullable Headers headers) {
        Header header = headers == null || !ids.seeksHeader() ? null : headers.lastHeader(ids.header());
        return header == null ? null : header.value();
    }

    private PayloadReader reader(WriterId id) {
        Schema written = writerSchema(id);
        Class<?> target = specific && type == null && written.getType() == Schema.Type.RECORD ? named(written) : type;
        return target != null && Models.generated(target)
                ? PayloadReader.resolve(written, Models.schemaOf(target), RecordModel.of(target), strictUtf8)
                : PayloadReader.resolve(written, written, generic(), strictUtf8);
    }

    private PayloadReader reader(WriterId id, Schema readerSchema) {
        // Types without a name have no class to look for.
        Class<?> target = specific && readerSchema.getType() == Schema.Type.RECORD
                ? RecordData.find(readerSchema, SerdeSettings.loader()).orElse(null)
                : null;
        GenericData model = target != null && Models.generated(target) ? RecordModel.of(target) : generic();
        return PayloadReader.resolve(writerSchema(id), readerSchema, model, strictUtf8);
    }

    private GenericData generic() {
        return logicalTypes ? Models.LOGICAL : Models.PLAIN;
    }

    private static Class<?> named(Schema written) {
        return RecordData.find(written, SerdeSettings.loader())
                .orElseThrow(() -> new PoisonMessageException(
                        "There is no generated class for the record " + written.getFullName() + ", which '"
                                + SerdeSettings.SPECIFIC_READER + "' asks for",
                        null));
    }

    private Schema writerSchema(WriterId id) {
        if (writerSchemas == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return writerSchemas.of(id);
    }

    @Override
    public void close() {
        if (registry != null && ownRegistry) {
            registry.close();
        }
    }
}
