package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format into generic records, or, with {@code specific.avro.reader=true}, into the generated class that
 * bears the writer's name; with {@code specific.avro.value.type} (or {@code key}) into that class, whoever wrote. Takes {@code
 * schema.registry.url} and the other keys of {@link io.tidings.registry.RegistrySettings}, and {@code
 * avro.use.logical.type.converters} (default false) for generic records. Generated classes need no system property of Avro's.
 *
 * <p>Fails with a {@link SerializationException} whose cause is a {@link MessagingException} that says whether to retry.
 *
 * @param <T> what the configuration yields; nothing is checked here
 */
public final class AvroDeserializer<T> implements Deserializer<T> {

    private final Map<Integer, PayloadReader> readers = new ConcurrentHashMap<>();
    private final Map<SchemaPair, PayloadReader> otherReaders = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean ownRegistry;
    private @Nullable WriterSchemas writerSchemas;
    private @Nullable Class<?> type;
    private boolean specific;
    private boolean logicalTypes;

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
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] message) {
        return read(topic, message, null);
    }

    /** Reads into a reader's schema other than the configured one. */
    public @Nullable T deserialize(String topic, byte @Nullable [] message, Schema readerSchema) {
        return read(topic, message, readerSchema);
    }

    @SuppressWarnings("unchecked") // the configuration says what T is
    private @Nullable T read(String topic, byte @Nullable [] message, @Nullable Schema readerSchema) {
        if (message == null) {
            return null;
        }
        try {
            int id = WireFormat.schemaId(message);
            PayloadReader reader = readerSchema == null ? reader(id) : reader(id, readerSchema);
            return (T) reader.read(message);
        } catch (MessagingException e) {
            throw new SerializationException("Cannot read from topic '" + topic + "': " + e.getMessage(), e);
        }
    }

    private PayloadReader reader(int id) {
        PayloadReader known = readers.get(id);
        if (known != null) {
            return known;
        }
        Schema written = writerSchema(id);
        Class<?> target = specific && type == null && written.getType() == Schema.Type.RECORD ? named(written) : type;
        PayloadReader reader = target != null && Models.generated(target)
                ? PayloadReader.resolve(written, Models.schemaOf(target), RecordModel.of(target))
                : PayloadReader.resolve(written, written, logicalTypes ? Models.LOGICAL : Models.PLAIN);
        readers.put(id, reader);
        return reader;
    }

    private PayloadReader reader(int id, Schema readerSchema) {
        SchemaPair pair = new SchemaPair(id, readerSchema);
        PayloadReader known = otherReaders.get(pair);
        if (known != null) {
            return known;
        }
        Class<?> target = specific
                ? RecordModel.find(readerSchema, SerdeSettings.loader()).orElse(null)
                : null;
        PayloadReader reader = target != null && Models.generated(target)
                ? PayloadReader.resolve(writerSchema(id), readerSchema, RecordModel.of(target))
                : PayloadReader.resolve(writerSchema(id), readerSchema, logicalTypes ? Models.LOGICAL : Models.PLAIN);
        otherReaders.put(pair, reader);
        return reader;
    }

    private static Class<?> named(Schema written) {
        return RecordModel.find(written, SerdeSettings.loader())
                .orElseThrow(() -> new PoisonMessageException(
                        "There is no generated class for the record " + written.getFullName() + ", which '"
                                + SerdeSettings.SPECIFIC_READER + "' asks for",
                        null));
    }

    private Schema writerSchema(int id) {
        if (writerSchemas == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return writerSchemas.byId(id);
    }

    @Override
    public void close() {
        if (registry != null && ownRegistry) {
            registry.close();
        }
    }

    private record SchemaPair(int writerId, Schema reader) {}
}
