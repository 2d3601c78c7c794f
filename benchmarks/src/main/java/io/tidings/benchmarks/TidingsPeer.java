package io.tidings.benchmarks;

import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Our serializer and deserializer, as any Kafka client calls them, with generated codecs. */
final class TidingsPeer implements Contender {

    private static final String TOPIC = "orders";

    private final SpecificRecord record;
    private final AvroSerializer<SpecificRecord> serializer;
    private final AvroDeserializer<SpecificRecord> deserializer;
    private final byte[] message;

    TidingsPeer(SpecificRecord record) {
        this.record = record;
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of(), false);
        deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of("specific.avro.reader", true), false);
        message = Objects.requireNonNull(serializer.serialize(TOPIC, record));
    }

    @Override
    public Object write() {
        return Objects.requireNonNull(serializer.serialize(TOPIC, record));
    }

    @Override
    public Object read() {
        return Objects.requireNonNull(deserializer.deserialize(TOPIC, message));
    }
}
