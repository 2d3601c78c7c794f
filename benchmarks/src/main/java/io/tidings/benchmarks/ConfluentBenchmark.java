package io.tidings.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Confluent's real classes at the same work, in a class loader of their own with the Avro they bring, on a mock registry. */
@State(Scope.Benchmark)
public class ConfluentBenchmark {

    private final Callable<?> write;
    private final Callable<?> read;

    /** Made by JMH. */
    public ConfluentBenchmark() {
        Map<String, Callable<?>> calls = theirCalls();
        write = call(calls, "write");
        read = call(calls, "read");
    }

    @SuppressWarnings("unchecked") // the same JDK types on both sides
    private static Map<String, Callable<?>> theirCalls() {
        Path jar = jar();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is missing; the profile 'bench' copies it");
        }
        try {
            URL ours = ConfluentPeer.class.getProtectionDomain().getCodeSource().getLocation();
            // Stays open: its classes are loaded as they are needed, for as long as the benchmark runs.
            ClassLoader theirs =
                    new URLClassLoader(new URL[] {jar.toUri().toURL(), ours}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(theirs);
            return (Map<String, Callable<?>>) theirs.loadClass(ConfluentPeer.class.getName())
                    .getMethod("calls")
                    .invoke(null);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("Confluent's classes do not work", e);
        }
    }

    private static Callable<?> call(Map<String, Callable<?>> calls, String name) {
        Callable<?> call = calls.get(name);
        if (call == null) {
            throw new IllegalStateException(name);
        }
        return call;
    }

    static Path jar() {
        return Path.of("target", "confluent", "confluent.jar");
    }

    @Benchmark
    public Object writeWithConfluent() throws Exception {
        return write.call();
    }

    @Benchmark
    public Object readWithConfluent() throws Exception {
        return read.call();
    }
}
