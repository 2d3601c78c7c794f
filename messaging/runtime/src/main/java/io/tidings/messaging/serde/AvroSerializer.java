package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records, generic ones and primitives in Confluent's wire format, byte for byte what {@code
 * KafkaAvroSerializer} writes. Takes the same keys: {@code schema.registry.url} and the others of {@link
 * io.tidings.registry.RegistrySettings}, {@code auto.register.schemas} (default true), {@code normalize.schemas} (default
 * false), {@code use.schema.id} and {@code use.latest.version} (only without automatic registration) with {@code
 * id.compatibility.strict} and {@code latest.compatibility.strict} (default true), {@code key.} and {@code
 * value.subject.name.strategy} (default {@code topic}, see {@link SubjectNameStrategy}), {@code avro.remove.java.properties}
 * (default false), and {@code value.schema.id.serializer}, which puts the id into a header.
 *
 * <p>Fails with a {@link SerializationException} whose cause is a {@link MessagingException} that says whether to retry.
 */
public final class AvroSerializer<T> implements Serializer<T> {

    /** Who makes a new schema for each record must not fill the memory with them. */
    private static final int MAX_WRITERS = 1000;

    private final Map<SchemaOnTopic, PayloadWriter> writers = new ConcurrentHashMap<>();
    private final Slots<PayloadWriter> recentWriters = new Slots<>();
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
        subjects = new Subjects(registry, WriteSettings.from(configuration, isKey, SubjectNameStrategy.TOPIC, false));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T payload) {
        return serialize(topic, null, payload);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable T payload) {
        if (payload == null) {
            mark(headers, null);
            return null;
        }
        try {
            PayloadWriter writer = writer(topic, payload);
            Header id = writer.idHeader();
            if (id != null && headers == null) {
                throw new PoisonMessageException(
                        "The schema's id goes into the header '" + id.name() + "', and there are no headers to take it",
                        null);
            }
            byte[] message = writer.write(payload);
            mark(headers, id);
            return message;
        } catch (MessagingException e) {
            throw new SerializationException("Cannot write to topic '" + topic + "': " + e.getMessage(), e);
        }
    }

    /** Headers may be those of another message, handed on by Kafka Streams: its id must not stand for this one's. */
    private void mark(@Nullable Headers headers, @Nullable Header id) {
        if (headers == null || subjects == null) {
            return;
        }
        String name = subjects.settings().ids().header();
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
        if (id != null) {
            headers.add(id.name(), id.value());
        }
    }

    private PayloadWriter writer(String topic, T payload) {
        Schema schema = schemaOf(payload);
        PayloadWriter recent = recentWriters.get(schema, topic);
        if (recent != null) {
            return recent;
        }
        SchemaOnTopic which = new SchemaOnTopic(topic, schema);
        PayloadWriter known = writers.get(which);
        PayloadWriter writer = known == null ? newWriter(which, topic, schema, payload) : known;
        recentWriters.put(schema, topic, writer);
        return writer;
    }

    private PayloadWriter newWriter(SchemaOnTopic which, String topic, Schema schema, T payload) {
        if (subjects == null) {
            throw new IllegalStateException("configure() was not called");
        }
        PayloadWriter writer =
                subjects.writer(topic, key, schema, Models.writing(payload.getClass()), SchemaIdLocation.PAYLOAD);
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
