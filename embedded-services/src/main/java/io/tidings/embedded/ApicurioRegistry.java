package io.tidings.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apicurio Registry 3.0.9 in a JVM of its own, with its schemas in memory. It speaks the Confluent Schema Registry API,
 * version 7. Where its distribution is searched: system property {@code tidings.apicurio.home}, environment variable {@code
 * TIDINGS_APICURIO_HOME}, then {@code embedded-services/target/apicurio-registry} in and above the working directory.
 * Thread-safe.
 */
public final class ApicurioRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApicurioRegistry.class);
    private static final Shared<ApicurioRegistry> SHARED =
            new Shared<>(ApicurioRegistry::start, ApicurioRegistry::isRunning);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    // Measured: 6.3 s with the JVM's defaults, 3.4 to 4.2 s with these; C2 never pays off in so short a life.
    private static final List<String> FAST_START =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto");

    private final ChildProcess process;
    private final int port;
    private final Path directory;

    private ApicurioRegistry(ChildProcess process, int port, Path directory) {
        this.process = process;
        this.port = port;
        this.directory = directory;
    }

    /** Starts a registry on a free port. */
    public static ApicurioRegistry start() {
        return start(0);
    }

    /**
     * Starts a registry; returns when it answers.
     *
     * @param requestedPort on 127.0.0.1; 0 for a free one
     * @throws IllegalStateException if the distribution is not found; the message says how to get it
     * @throws EmbeddedServiceException if it does not answer in time; the message has the end of its log
     */
    public static ApicurioRegistry start(int requestedPort) {
        long began = System.nanoTime();
        int port = requestedPort == 0 ? FreePorts.next() : requestedPort;
        Path home = ApicurioHome.find();
        // Else it may be somebody else who answers while ours is still on its way to failing.
        FreePorts.requireFree(port, "Apicurio Registry");
        Path directory = TemporaryDirectory.create("apicurio");
        ChildProcess process = JvmProcess.of("io.quarkus.runner.GeneratedMain")
                .classPath(home.resolve(ApicurioHome.RUNNER) + ":" + home.resolve("lib") + "/*")
                .jvmFlags(FAST_START)
                .systemProperty("quarkus.http.host", "127.0.0.1")
                .systemProperty("quarkus.http.port", Integer.toString(port))
                // Otherwise a second port is taken.
                .systemProperty("quarkus.management.enabled", "false")
                .systemProperty("quarkus.http.access-log.enabled", "false")
                .process(builder -> builder.name("apicurio-registry")
                        .directory(directory)
                        .log(directory.resolve("apicurio.log"))
                        // Nothing of it outlives it, so it need not be asked kindly.
                        .lastSignal(Signal.KILL)
                        .deleteWithParent(directory))
                .start();
        ApicurioRegistry registry = new ApicurioRegistry(process, port, directory);
        LastWill.add(registry);
        try {
            registry.awaitReady();
        } catch (EmbeddedServiceException e) {
            registry.close();
            throw e;
        }
        LOG.info("Apicurio Registry {} started in {} ms", registry.url(), (System.nanoTime() - began) / 1_000_000);
        return registry;
    }

    /** The registry of this JVM, started when first asked for and closed at exit. */
    public static ApicurioRegistry shared() {
        return SHARED.get();
    }

    /** The base URL of the Confluent Schema Registry API, for {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The registry's own process, to freeze or kill in a fault test. */
    public ChildProcess process() {
        return process;
    }

    /** Ends the registry and forgets its schemas. */
    @Override
    public void close() {
        LastWill.remove(this);
        process.kill();
        process.close();
        TemporaryDirectory.delete(directory);
    }

    @Override
    public String toString() {
        return "Apicurio Registry " + url();
    }

    private void awaitReady() {
        Deadline.poll(READY_WITHIN, () -> answers() || !process.isAlive());
        if (!process.isAlive() || !answers()) {
            throw process.failure("does not answer at " + url(), !process.isAlive(), READY_WITHIN);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
