package io.tidings.benchmarks;

import com.example.shop.Order;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Our serializer and deserializer beside Avro itself: a framed message from a generated record, and back. */
@State(Scope.Benchmark)
public class SerdeBenchmark {

    private static final String TOPIC = "orders";

    private final Order order = MediumOrder.make();
    private final AvroSerializer<Order> serializer;
    private final AvroDeserializer<Order> deserializer;
    private final AvroPeer avro;
    private final byte[] message;

    /** Made by JMH. Refuses to compare what does not do the same work. */
    public SerdeBenchmark() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        serializer = new AvroSerializer<>(registry);
        serializer.configure(Map.of(), false);
        deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of("specific.avro.reader", true), false);
        avro = new AvroPeer(registry.register(TOPIC + "-value", Order.getClassSchema()));
        try {
            message = avro.write(order);
            if (!Arrays.equals(message, serializer.serialize(TOPIC, order))
                    || !order.equals(deserializer.deserialize(TOPIC, message))
                    || !order.equals(avro.read(message))) {
                throw new IllegalStateException("The peers do not agree");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public byte @Nullable [] writeWithTidings() {
        return serializer.serialize(TOPIC, order);
    }

    @Benchmark
    public byte[] writeWithAvro() throws IOException {
        return avro.write(order);
    }

    @Benchmark
    public @Nullable Order readWithTidings() {
        return deserializer.deserialize(TOPIC, message);
    }

    @Benchmark
    public Order readWithAvro() throws IOException {
        return avro.read(message);
    }
}
