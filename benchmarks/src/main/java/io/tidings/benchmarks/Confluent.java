package io.tidings.benchmarks;

import com.example.shop.Order;
import io.tidings.messaging.avro.RecordData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Confluent's real classes at the same work, in a class loader of their own with the Avro they bring, on a mock registry. */
public final class Confluent {

    private Confluent() {}

    /** Whether the profile 'bench' has copied them. */
    public static boolean present() {
        return Files.exists(jar());
    }

    private static Path jar() {
        return Path.of("target", "confluent", "confluent.jar");
    }

    @SuppressWarnings("unchecked") // the same JDK types on both sides
    static Contender contender(Records size) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // The generated records stand on our model of a record; all else beside it is theirs.
            URL[] path = {jar().toUri().toURL(), home(ConfluentPeer.class), home(RecordData.class)};
            // Stays open: its classes are loaded as they are needed, for as long as the benchmark runs.
            ClassLoader theirs = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(theirs);
            Map<String, Callable<?>> calls = (Map<String, Callable<?>>) theirs.loadClass(ConfluentPeer.class.getName())
                    .getMethod("calls", String.class)
                    .invoke(null, size.name());
            return new Calls(call(calls, "write"), call(calls, "read"));
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("Confluent's classes do not work", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Their serializer, configured, for our clients: it shares Kafka's, Avro's and the records' classes with everybody here. */
    @SuppressWarnings("unchecked") // it writes whatever record it is given
    public static Serializer<Order> serializer(Map<String, ?> settings) {
        Serializer<Order> made = (Serializer<Order>) shared("io.confluent.kafka.serializers.KafkaAvroSerializer");
        inTheirContext(() -> made.configure(settings, false));
        return made;
    }

    /** Their deserializer, as {@link #serializer}. */
    @SuppressWarnings("unchecked") // it reads into the class that bears the writer's name
    public static Deserializer<Order> deserializer(Map<String, ?> settings) {
        Deserializer<Order> made = (Deserializer<Order>) shared("io.confluent.kafka.serializers.KafkaAvroDeserializer");
        inTheirContext(() -> made.configure(settings, false));
        return made;
    }

    /** Kafka's configuration looks for classes there. */
    private static void inTheirContext(Runnable configuring) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Sharing.LOADER);
            configuring.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object shared(String className) {
        try {
            return Class.forName(className, true, Sharing.LOADER)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Confluent's classes do not work", e);
        }
    }

    /** What our class path has comes from there, and only the rest from their jar. */
    private static final class Sharing {
        private static final ClassLoader LOADER = loader();

        private static ClassLoader loader() {
            try {
                return new URLClassLoader(new URL[] {jar().toUri().toURL()}, Confluent.class.getClassLoader());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Callable<?> call(Map<String, Callable<?>> calls, String name) {
        return Objects.requireNonNull(calls.get(name), name);
    }

    private record Calls(Callable<?> writing, Callable<?> reading) implements Contender {

        @Override
        public Object write() throws Exception {
            return writing.call();
        }

        @Override
        public Object read() throws Exception {
            return reading.call();
        }
    }
}
