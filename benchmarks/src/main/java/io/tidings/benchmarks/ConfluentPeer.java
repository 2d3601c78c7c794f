package io.tidings.benchmarks;

import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Loaded beside Confluent's classes; only types of the JDK cross over. */
public final class ConfluentPeer {

    private static final String TOPIC = "orders";

    private ConfluentPeer() {}

    /** {@code write} and {@code read}, each for the same record over and over. */
    @SuppressWarnings("unchecked") // their classes are not on the class path
    public static Map<String, Callable<?>> calls(String size) throws ReflectiveOperationException {
        Map<String, Object> configuration = Map.of("schema.registry.url", "mock://bench", "specific.avro.reader", true);
        Serializer<Object> serializer = (Serializer<Object>) make("io.confluent.kafka.serializers.KafkaAvroSerializer");
        Deserializer<Object> deserializer =
                (Deserializer<Object>) make("io.confluent.kafka.serializers.KafkaAvroDeserializer");
        serializer.configure(configuration, false);
        deserializer.configure(configuration, false);
        Object record = Records.valueOf(size).make();
        byte[] message = serializer.serialize(TOPIC, record);
        if (!record.equals(deserializer.deserialize(TOPIC, message))) {
            throw new IllegalStateException("The record did not come back");
        }
        return Map.of(
                "write", () -> serializer.serialize(TOPIC, record),
                "read", () -> deserializer.deserialize(TOPIC, message));
    }

    private static Object make(String className) throws ReflectiveOperationException {
        return Class.forName(className).getDeclaredConstructor().newInstance();
    }
}
