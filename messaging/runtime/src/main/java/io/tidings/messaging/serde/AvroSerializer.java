package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records, generic ones and primitives in Confluent's wire format, byte for byte what {@code
 * KafkaAvroSerializer} writes. Takes the same keys: {@code schema.registry.url} and the others of {@link
 * io.tidings.registry.RegistrySettings}, {@code auto.register.schemas} (default true), {@code use.latest.version} (default
 * false; only without automatic registration), {@code key.} and {@code value.subject.name.strategy} (default {@code topic}, see
 * {@link SubjectNameStrategy}), and {@code avro.remove.java.properties} (default false).
 *
 * <p>Fails with a {@link SerializationException} whose cause is a {@link MessagingException} that says whether to retry.
 */
public final class AvroSerializer<T> implements Serializer<T> {

    /** Who makes a new schema for each record must not fill the memory with them. */
    private static final int MAX_WRITERS = 1000;

    private final Map<SchemaOnTopic, PayloadWriter> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean ownRegistry;
    private @Nullable Subjects subjects;
    private boolean key;

    /** For Kafka, which configures it. */
    public AvroSerializer() {}

    /** With a registry that the caller closes; {@link #configure} is to be called. */
    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        if (registry == null) {
            registry = SerdeSettings.connect(configuration);
            ownRegistry = true;
        }
        key = isKey;
        String strategy = isKey ? SubjectNameStrategy.KEY_SETTING : SubjectNameStrategy.VALUE_SETTING;
        subjects = new Subjects(
                registry,
                SubjectNameStrategy.from(configuration, strategy, SubjectNameStrategy.TOPIC),
                SerdeSettings.flag(configuration, SerdeSettings.AUTO_REGISTER, true),
                SerdeSettings.flag(configuration, SerdeSettings.USE_LATEST_VERSION, false),
                SerdeSettings.flag(configuration, SerdeSettings.REMOVE_JAVA_PROPERTIES, false));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T payload) {
        if (payload == null) {
            return null;
        }
        try {
            return writer(topic, payload).write(payload);
        } catch (MessagingException e) {
            throw new SerializationException("Cannot write to topic '" + topic + "': " + e.getMessage(), e);
        }
    }

    private PayloadWriter writer(String topic, T payload) {
        Schema schema = schemaOf(payload);
        SchemaOnTopic which = new SchemaOnTopic(topic, schema);
        PayloadWriter known = writers.get(which);
        return known == null ? newWriter(which, topic, schema, payload) : known;
    }

    private PayloadWriter newWriter(SchemaOnTopic which, String topic, Schema schema, T payload) {
        if (subjects == null) {
            throw new IllegalStateException("configure() was not called");
        }
        PayloadWriter writer = subjects.writer(topic, key, schema, Models.writing(payload.getClass()));
        if (writers.size() >= MAX_WRITERS) {
            writers.clear();
        }
        writers.put(which, writer);
        return writer;
    }

    private Schema schemaOf(T payload) {
        if (payload instanceof GenericContainer container) {
            return container.getSchema();
        }
        Schema primitive = PrimitiveSchemas.of(payload);
        if (primitive == null) {
            throw new SerializationException("Avro has no schema for a "
                    + payload.getClass().getName() + ": records, generated or generic, and primitives can be written");
        }
        return primitive;
    }

    @Override
    public void close() {
        if (registry != null && ownRegistry) {
            registry.close();
        }
    }
}
