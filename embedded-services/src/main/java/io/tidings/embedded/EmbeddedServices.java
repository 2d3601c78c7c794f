package io.tidings.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka, registry and database together, started in parallel. Thread-safe. */
public final class EmbeddedServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);

    private final PostgresServer postgres;
    private final ApicurioRegistry registry;
    private final KafkaBroker kafka;

    private EmbeddedServices(PostgresServer postgres, ApicurioRegistry registry, KafkaBroker kafka) {
        this.postgres = postgres;
        this.registry = registry;
        this.kafka = kafka;
    }

    /**
     * Starts the three on free ports with temporary data.
     *
     * @throws EmbeddedServiceException if one does not start; the others are closed then
     * @throws IllegalStateException if the registry's distribution is not found
     */
    public static EmbeddedServices start() {
        return inParallel(PostgresServer::start, ApicurioRegistry::start, KafkaBroker::start);
    }

    /** The three that are shared in this JVM, those started that do not run yet. Do not close them: others use them too. */
    public static EmbeddedServices shared() {
        return inParallel(PostgresServer::shared, ApicurioRegistry::shared, KafkaBroker::shared);
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public ApicurioRegistry registry() {
        return registry;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** Closes the three, those first that may depend on others. */
    @Override
    public void close() {
        closeAll(List.of(kafka, registry, postgres));
    }

    private static EmbeddedServices inParallel(
            Supplier<PostgresServer> postgres, Supplier<ApicurioRegistry> registry, Supplier<KafkaBroker> kafka) {
        long began = System.nanoTime();
        var postgresStart = inThread("postgres", postgres);
        var registryStart = inThread("registry", registry);
        var kafkaStart = inThread("kafka", kafka);
        try {
            CompletableFuture.allOf(postgresStart, registryStart, kafkaStart).join();
        } catch (CompletionException e) {
            // allOf has waited for all three, so what has not failed is running.
            closeAll(Stream.of(kafkaStart, registryStart, postgresStart)
                    .filter(start -> !start.isCompletedExceptionally())
                    .map(CompletableFuture::join)
                    .toList());
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        LOG.info("Kafka, registry and PostgreSQL started in {} ms", (System.nanoTime() - began) / 1_000_000);
        return new EmbeddedServices(postgresStart.join(), registryStart.join(), kafkaStart.join());
    }

    // Threads of their own: the common pool of two cores would start them one after the other.
    private static <T extends AutoCloseable> CompletableFuture<T> inThread(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> {
            Thread thread = new Thread(task, "tidings-start-" + name);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void closeAll(List<? extends AutoCloseable> services) {
        for (AutoCloseable service : services) {
            try {
                service.close();
            } catch (Exception e) {
                LOG.warn("closing {}", service, e);
            }
        }
    }
}
