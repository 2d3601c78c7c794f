package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializers and ours, given the very same objects. It is loaded by a loader that has Confluent's classes as well,
 * and generated ones, and is called from outside with types of the JDK: the text of a schema, and a seed.
 */
public final class ConfluentExchange implements ObjLongConsumer<String> {

    private static final int VALUES = 8;
    private static final int VERSIONS = 3;

    /** Deserializers of both that read with a schema of the caller's. */
    private interface Resolving {
        @Nullable Object read(String topic, byte[] message, Schema reader);
    }

    /** Avro trusts no generated class by itself, on Confluent's path either. We need no such trust. */
    private static boolean theirTurn;

    private final Pair generic;
    private final Pair specific;
    private long alike;
    private long refused;
    private long readByUsAlone;

    /** One side's serializer and deserializer beside the other's. */
    private record Pair(
            Serializer<Object> ours,
            Deserializer<Object> oursBack,
            Resolving oursInto,
            Serializer<Object> theirs,
            Deserializer<Object> theirsBack,
            Resolving theirsInto) {

        @SuppressWarnings("unchecked") // their classes are not there when this is compiled
        static Pair of(Map<String, ?> configuration) {
            AvroSerializer<Object> ours = new AvroSerializer<>();
            AvroDeserializer<Object> oursBack = new AvroDeserializer<>();
            Serializer<Object> theirs = (Serializer<Object>) made("io.confluent.kafka.serializers.KafkaAvroSerializer");
            Deserializer<Object> theirsBack =
                    (Deserializer<Object>) made("io.confluent.kafka.serializers.KafkaAvroDeserializer");
            ours.configure(configuration, false);
            oursBack.configure(configuration, false);
            theirs.configure(configuration, false);
            theirsBack.configure(configuration, false);
            return new Pair(ours, oursBack, oursBack::deserialize, theirs, theirsBack, resolving(theirsBack));
        }

        /** The message that both make of it; null if both refuse to. */
        byte @Nullable [] alike(String topic, Object payload) {
            byte[] mine = written(ours, topic, payload);
            byte[] other = trusting(() -> written(theirs, topic, payload));
            assertThat(mine).isEqualTo(other);
            return mine;
        }

        private static byte @Nullable [] written(Serializer<Object> serializer, String topic, Object payload) {
            try {
                return serializer.serialize(topic, payload);
            } catch (SerializationException e) {
                return null;
            }
        }

        /** Its method is not in Kafka's interface. */
        private static Resolving resolving(Deserializer<Object> theirs) {
            return (topic, message, reader) -> {
                try {
                    return theirs.getClass()
                            .getMethod("deserialize", String.class, byte[].class, Schema.class)
                            .invoke(theirs, topic, message, reader);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        private static Object made(String className) {
            try {
                return Class.forName(className).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Made by reflection. With {@code mock://scope}, each side has a registry of its own, and they count alike. */
    public ConfluentExchange(String registry) {
        ClassSecurityValidator.setGlobal(type -> theirTurn);
        this.generic = Pair.of(Map.of("schema.registry.url", registry));
        this.specific = Pair.of(Map.of("schema.registry.url", registry, "specific.avro.reader", true));
    }

    @Override
    public void accept(String schemaText, long seed) {
        Schema schema = new Schema.Parser().parse(schemaText);
        String topic = "topic" + seed;
        try {
            RandomDatums datums = new RandomDatums(seed);
            for (int i = 0; i < VALUES; i++) {
                generic(topic, Objects.requireNonNull(datums.datum(schema)));
            }
            if (RecordClasses.has(schema)) {
                specific(topic, schema, seed);
            }
            for (int i = 0; i < VERSIONS; i++) {
                versions(topic, schema, seed * VERSIONS + i);
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + schemaText, e);
        }
    }

    private static <T extends @Nullable Object> T trusting(Supplier<T> call) {
        theirTurn = true;
        try {
            return call.get();
        } finally {
            theirTurn = false;
        }
    }

    private void generic(String topic, Object datum) {
        byte[] message = generic.alike(topic, datum);
        if (message != null) {
            compare(
                    () -> generic.oursBack().deserialize(topic, message),
                    () -> generic.theirsBack().deserialize(topic, message));
        }
    }

    /** Records of generated classes: each one that is written or read here goes through its codec. */
    private void specific(String topic, Schema schema, long seed) throws IOException {
        Class<?> type = RecordClasses.of(schema);
        AvroItself avro = new AvroItself(type, RecordClasses.schemaOf(type));
        RandomDatums datums = new RandomDatums(seed);
        for (int i = 0; i < VALUES; i++) {
            Object record = avro.read(AvroItself.generic(schema, datums.datum(schema)));

            long written = CodecUse.written();
            byte[] message = specific.alike(topic, record);
            assertThat(CodecUse.written()).isGreaterThan(written);
            if (message != null) {
                long read = CodecUse.read();
                compare(
                        () -> specific.oursBack().deserialize(topic, message),
                        () -> specific.theirsBack().deserialize(topic, message));
                assertThat(CodecUse.read()).isGreaterThan(read);
            }
        }
    }

    /** What others wrote with another schema: both read the same of it, or both refuse it. */
    private void versions(String topic, Schema reader, long seed) throws IOException {
        Schema writer = EarlierVersion.of(reader, seed);
        RandomDatums datums = new RandomDatums(seed);
        for (int i = 0; i < VALUES; i++) {
            byte[] message = generic.alike(topic + "-versions", Objects.requireNonNull(datums.datum(writer)));
            if (message == null) {
                continue;
            }
            compare(
                    () -> generic.oursInto().read(topic, message, reader),
                    () -> generic.theirsInto().read(topic, message, reader));
            if (writer.getFullName().equals(reader.getFullName()) && RecordClasses.has(reader)) {
                compare(
                        () -> specific.oursBack().deserialize(topic, message),
                        () -> specific.theirsBack().deserialize(topic, message));
            }
        }
    }

    private void compare(Supplier<@Nullable Object> ours, Supplier<@Nullable Object> theirs) {
        Answer us = Answer.to(ours);
        Answer them = trusting(() -> Answer.to(theirs));
        if (us.refusal() == null && them.refusedForWhatWeKnow()) {
            readByUsAlone++;
        } else {
            assertThat(us.value())
                    .as("we say %s, they say %s", us.refusal(), them.refusal())
                    .isEqualTo(them.value());
            alike++;
            refused += us.refusal() == null ? 0 : 1;
        }
    }

    /** What was read, or why it was not. */
    private record Answer(@Nullable Object value, @Nullable String refusal) {

        static Answer to(Supplier<@Nullable Object> reading) {
            try {
                return new Answer(Likeness.of(reading.get()), null);
            } catch (SerializationException e) {
                Throwable root = e;
                while (root.getCause() != null) {
                    root = root.getCause();
                }
                return new Answer(null, root.toString());
            }
        }

        /**
         * Avro 1.12.2 takes an array or a map for truncated whose items take more bytes in the reader's schema than in the
         * writer's; and its older reader, which Confluent uses, fails on records without fields that are nested in themselves.
         */
        boolean refusedForWhatWeKnow() {
            return refusal != null
                    && (refusal.contains("Collection claims")
                            || refusal.contains("Map claims")
                            || refusal.contains("\"kind\" because \"top\" is null"));
        }
    }

    @Override
    public String toString() {
        return CodecUse.written() + " records written and " + CodecUse.read() + " read by codecs; " + alike
                + " messages read alike, " + refused + " of them refused, and " + readByUsAlone + " read by us alone";
    }
}
