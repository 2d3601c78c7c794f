package io.tidings.examples.demo;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One of the services in a JVM of its own, which can be stopped and started again. Used by one thread. */
final class RunningService implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final String name;
    private final JvmProcess jvm;
    private final ServiceClient client;
    private ChildProcess process;

    private RunningService(String name, JvmProcess jvm, ServiceClient client) {
        this.name = name;
        this.jvm = jvm;
        this.client = client;
        this.process = jvm.start();
    }

    /**
     * Launches a service; it is not ready yet.
     *
     * @param examples the folder of the examples: the build wrote each service's class path into its target folder
     * @param log where it prints to
     */
    static RunningService launch(
            Path examples, Path log, String name, String mainClass, int port, List<String> settings) {
        Path target = examples.resolve(name).resolve("target");
        JvmProcess jvm = JvmProcess.of(mainClass)
                .classPath(target.resolve("classes") + ":" + read(target.resolve("classpath.txt")))
                .jvmFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .systemProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn")
                .args(settings.toArray(String[]::new))
                .process(child -> child.name(name).log(log));
        return new RunningService(name, jvm, new ServiceClient(port));
    }

    void awaitReady() {
        try {
            process.awaitLine(name + " is ready", START);
        } catch (RuntimeException e) {
            throw new DemoFailure(name + " did not start: " + e.getMessage() + "\n" + process.tail(20));
        }
    }

    void stop() {
        process.terminate(STOP);
    }

    void startAgain() {
        process = jvm.start();
    }

    ServiceClient client() {
        return client;
    }

    String tail() {
        return process.tail(40);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        process.terminate(STOP);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The examples are not built: " + file + " is missing", e);
        }
    }
}
