package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.MessageType;
import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Avro with the ids of a registry: a writer for each type of message on each channel. */
final class AvroEncoding implements PayloadEncoding {

    private static final String AVRO = "application/avro";

    private final Subjects subjects;
    private final Subjects unnamed;
    private final Slots<PayloadWriter> recent = new Slots<>();
    private final Map<TypeOnChannel, PayloadWriter> writers = new ConcurrentHashMap<>();

    AvroEncoding(SchemaRegistry registry, CodecSettings settings) {
        this.subjects = new Subjects(registry, settings.writing());
        this.unnamed = new Subjects(registry, settings.writing().with(SubjectNameStrategy.TOPIC));
    }

    @Override
    public byte[] encode(String topic, MessageType<?> type, Object payload, List<Header> headers) {
        PayloadWriter writer = recent.get(type, topic);
        if (writer == null) {
            writer = writer(new TypeOnChannel(topic, type));
            recent.put(type, topic, writer);
        }
        Header id = writer.idHeader();
        if (id != null) {
            headers.add(id);
        }
        return writer.write(payload);
    }

    private PayloadWriter writer(TypeOnChannel which) {
        PayloadWriter known = writers.get(which);
        return known == null ? newWriter(which) : known;
    }

    private PayloadWriter newWriter(TypeOnChannel which) {
        MessageType<?> type = which.type();
        // A generated class writes the fields it was generated with; what travels may be called otherwise.
        Schema schema = Models.generated(type.payloadType()) ? Models.schemaOf(type.payloadType()) : type.schema();
        // What has no record name cannot stand under one.
        Subjects named = schema.getType() == Schema.Type.RECORD ? subjects : unnamed;
        PayloadWriter writer = named.writer(
                which.topic(), false, type.schema(), schema, Models.writing(type.payloadType()), type.schemaId());
        writers.put(which, writer);
        return writer;
    }

    @Override
    public String contentType() {
        return AVRO;
    }

    @Override
    public String ownHeader() {
        return subjects.settings().ids().header();
    }

    private record TypeOnChannel(String topic, MessageType<?> type) {}
}
