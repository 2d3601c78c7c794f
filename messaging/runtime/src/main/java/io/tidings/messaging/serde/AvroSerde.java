package io.tidings.messaging.serde;

import io.tidings.registry.SchemaRegistry;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link AvroSerializer} and {@link AvroDeserializer} for Kafka Streams. */
public final class AvroSerde<T> implements Serde<T> {

    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /** For Kafka, which configures it. */
    public AvroSerde() {
        this(new AvroSerializer<>(), new AvroDeserializer<>());
    }

    /** With a registry that the caller closes; {@link #configure} is to be called. */
    public AvroSerde(SchemaRegistry registry) {
        this(new AvroSerializer<>(registry), new AvroDeserializer<>(registry));
    }

    /** Reads into a generated class; with a registry that the caller closes; {@link #configure} is to be called. */
    public AvroSerde(SchemaRegistry registry, Class<T> recordClass) {
        this(new AvroSerializer<>(registry), new AvroDeserializer<>(registry, recordClass));
    }

    private AvroSerde(AvroSerializer<T> serializer, AvroDeserializer<T> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        serializer.configure(configuration, isKey);
        deserializer.configure(configuration, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
