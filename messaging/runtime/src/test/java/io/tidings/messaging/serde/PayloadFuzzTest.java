package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Order;
import io.tidings.registry.InMemorySchemaRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.util.RandomData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, the deserializer reads a value or fails as it says, and allocates no more than a multiple of the input.
 * {@code -Dpayloads.mutations=1000000} tries more, {@code -Dpayloads.seed=N} others.
 */
class PayloadFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("payloads.mutations", 4_000);
    private static final long SEED = Long.getLong("payloads.seed", 5);
    private static final int PAYLOADS = 20;

    /** Not any: random values of types that contain themselves need not end. */
    private static final long PAYLOADS_SEED = 5;

    private static final Schema OLDER =
            tree("{\"name\":\"n\",\"type\":\"null\"}," + "{\"name\":\"gone\",\"type\":[\"null\",\"Bag\"]}");
    private static final Schema NEWER = tree("{\"name\":\"n\",\"type\":[\"null\",\"long\"]},"
            + "{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[\"new\",\"red\"]},"
            + "{\"name\":\"at\",\"type\":{\"type\":\"record\",\"name\":\"Place\",\"fields\":["
            + "{\"name\":\"x\",\"type\":\"double\"},{\"name\":\"y\",\"type\":\"double\"}]},"
            + "\"default\":{\"x\":1,\"y\":2}},"
            + "{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    /** Arrays and maps of records that take no bytes, or one, and contain one another. */
    private static Schema tree(String fields) {
        return new Schema.Parser().parse("""
                {"type": "record", "name": "Bag", "fields": [
                  {"name": "items", "type": {"type": "array", "items":
                    {"type": "record", "name": "Item", "fields": [%s]}}},
                  {"name": "named", "type": {"type": "map", "values": "Item"}},
                  {"name": "left", "type": ["null", "Bag"]},
                  {"name": "right", "type": ["Item", "Bag", "string"]}]}""".formatted(fields));
    }

    @Test
    void genericRecordsOfTheSameSchema() {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        survives(Order.getClassSchema(), orders(), message -> deserializer.deserialize("t", message));
        survives(OLDER, random(OLDER), message -> deserializer.deserialize("t", message));
    }

    @Test
    void olderAndNewerWriters() {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        survives(OLDER, random(OLDER), message -> deserializer.deserialize("t", message, NEWER));
        survives(NEWER, random(NEWER), message -> deserializer.deserialize("t", message, NEWER));
    }

    @Test
    void generatedClasses() {
        AvroDeserializer<Object> deserializer = new AvroDeserializer<>(registry);
        deserializer.configure(Map.of("specific.avro.reader", true), false);
        survives(Order.getClassSchema(), orders(), message -> deserializer.deserialize("t", message));
    }

    private static List<byte[]> orders() {
        return List.of(Orders.avroBytes(Orders.full()), Orders.avroBytes(Orders.plain("4")));
    }

    private static List<byte[]> random(Schema schema) {
        List<byte[]> payloads = new ArrayList<>();
        for (Object datum : new RandomData(schema, PAYLOADS, PAYLOADS_SEED)) {
            payloads.add(Orders.avroBytes(schema, datum));
        }
        return payloads;
    }

    private void survives(Schema schema, List<byte[]> payloads, Function<byte[], @Nullable Object> reading) {
        int id = registry.register("s", schema);
        Random random = new Random(SEED);
        for (byte[] payload : payloads) {
            // Classes are loaded and schemas resolved before anything is measured.
            assertThat(reading.apply(Orders.frame(id, payload))).isNotNull();
        }
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] message = Orders.frame(id, mutated(payloads.get(random.nextInt(payloads.size())), random));
            Allocation allocation = Allocation.of(() -> reading.apply(message));
            assertThat(allocation.bytes())
                    .as("seed %d: %s", SEED, HexFormat.of().formatHex(message))
                    .isLessThan(Allocation.limit(message));
            refused += allocation.read() == null ? 1 : 0;
        }
        assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS);
        System.out.println("seed " + SEED + ": " + MUTATIONS + " mutants, " + refused + " refused");
    }

    private static byte[] mutated(byte[] payload, Random random) {
        byte[] bytes = payload.clone();
        for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 3), (byte) random.nextInt());
            }
        }
        return bytes;
    }
}
