package io.tidings.messaging.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's serializer and deserializer, called from the other side of a class loader: this class is loaded beside them, with
 * the Avro and Kafka that they bring, and only types of the JDK cross over. Payloads cross as Avro's bare encoding.
 */
public final class ConfluentPeer implements BiFunction<String, byte[], byte[]> {

    /** Whoever sets it asks for keys. */
    static final String OF_KEYS = "peer.of.keys";

    private static final String TOPIC = "orders";

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final Schema schema;
    private final GenericData model;

    /** Made by reflection. */
    @SuppressWarnings("unchecked") // their classes are not on the class path
    public ConfluentPeer(Map<String, Object> configuration, String schema) throws ReflectiveOperationException {
        this.schema = new Schema.Parser().parse(schema);
        this.model = configuration.containsKey("specific.avro.reader")
                ? SpecificData.getForSchema(this.schema)
                : GenericData.get();
        this.serializer = (Serializer<Object>) make("io.confluent.kafka.serializers.KafkaAvroSerializer");
        this.deserializer = (Deserializer<Object>) make("io.confluent.kafka.serializers.KafkaAvroDeserializer");
        boolean ofKeys = configuration.containsKey(OF_KEYS);
        serializer.configure(configuration, ofKeys);
        deserializer.configure(configuration, ofKeys);
    }

    private static Object make(String className) throws ReflectiveOperationException {
        return Class.forName(className).getDeclaredConstructor().newInstance();
    }

    @Override
    public byte[] apply(String operation, byte[] bytes) {
        try {
            return switch (operation) {
                case "write" -> serializer.serialize(TOPIC, decode(bytes));
                case "read" -> encode(deserializer.deserialize(TOPIC, bytes));
                default -> throw new IllegalArgumentException(operation);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the model's readers give whatever fits the schema
    private Object decode(byte[] bytes) throws IOException {
        DatumReader<Object> reader = model.createDatumReader(schema);
        Object payload = reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        if (payload instanceof ByteBuffer buffer) {
            byte[] array = new byte[buffer.remaining()];
            buffer.get(array);
            return array;
        }
        return payload;
    }

    @SuppressWarnings("unchecked") // the model's writers take what its readers give
    private byte[] encode(Object payload) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        DatumWriter<Object> writer = model.createDatumWriter(schema);
        writer.write(payload instanceof byte[] array ? ByteBuffer.wrap(array) : payload, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
