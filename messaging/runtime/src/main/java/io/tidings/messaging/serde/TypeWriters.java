package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A writer for each type of message on each channel. */
final class TypeWriters {

    private final Subjects subjects;
    private final Subjects unnamed;
    private final Map<TypeOnChannel, PayloadWriter> writers = new ConcurrentHashMap<>();

    TypeWriters(SchemaRegistry registry, CodecSettings settings) {
        this.subjects = new Subjects(registry, settings.subjects(), settings.autoRegister(), false, true);
        this.unnamed = new Subjects(registry, SubjectNameStrategy.TOPIC, settings.autoRegister(), false, true);
    }

    PayloadWriter writer(String address, MessageType<?> type) {
        TypeOnChannel which = new TypeOnChannel(address, type);
        PayloadWriter known = writers.get(which);
        return known == null ? newWriter(which) : known;
    }

    private PayloadWriter newWriter(TypeOnChannel which) {
        MessageType<?> type = which.type();
        // A generated class writes the fields it was generated with.
        Schema schema = Models.generated(type.payloadType()) ? Models.schemaOf(type.payloadType()) : type.schema();
        // What has no record name cannot stand under one.
        Subjects named = schema.getType() == Schema.Type.RECORD ? subjects : unnamed;
        PayloadWriter writer = named.writer(which.address(), false, schema, Models.writing(type.payloadType()));
        writers.put(which, writer);
        return writer;
    }

    private record TypeOnChannel(String address, MessageType<?> type) {}
}
