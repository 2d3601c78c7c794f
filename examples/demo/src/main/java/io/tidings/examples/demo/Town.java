package io.tidings.examples.demo;

import io.tidings.embedded.EmbeddedServices;
import io.tidings.embedded.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the demo: broker, registry, database, and three services in JVMs of their own. Used by one thread. */
final class Town implements AutoCloseable {

    private final Path examples;
    private final Narrator narrator;
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable RunningService restaurants;
    private @Nullable RunningService consumers;
    private @Nullable RunningService orders;

    Town(Path examples, Narrator narrator) {
        this.examples = examples;
        this.narrator = narrator;
    }

    void build() throws IOException {
        narrator.chapter("Real parts");
        EmbeddedServices parts = EmbeddedServices.start();
        open.add(parts);
        narrator.step(
                "Kafka answers at %s, in this process".formatted(parts.kafka().bootstrapServers()));
        narrator.step(
                "Apicurio Registry answers at %s".formatted(parts.registry().url()));
        narrator.step("PostgreSQL answers at port %d, %s"
                .formatted(parts.postgres().port(), parts.postgres().settings()));

        Path state = Files.createTempDirectory("tidings-demo");
        open.add(() -> deleteTree(state));
        restaurants = launch(parts, state, "restaurant-service", "io.tidings.examples.restaurant.RestaurantService");
        consumers = launch(parts, state, "consumer-service", "io.tidings.examples.consumer.ConsumerService");
        orders = launch(parts, state, "order-service", "io.tidings.examples.order.OrderService");
        for (RunningService service : List.of(restaurants, consumers, orders)) {
            service.awaitReady();
        }
        narrator.step(
                "The restaurant, consumer and order services are ready, each in a JVM and with a database of its own");
    }

    RunningService restaurants() {
        return built(restaurants);
    }

    RunningService consumers() {
        return built(consumers);
    }

    RunningService orders() {
        return built(orders);
    }

    /** What each service printed last, for whoever has to find out why the demo failed. */
    void tellLastWords() {
        for (AutoCloseable part : open) {
            if (part instanceof RunningService service) {
                narrator.quote(service + ":\n" + service.tail());
            }
        }
    }

    private RunningService launch(EmbeddedServices parts, Path state, String name, String mainClass) {
        int port = FreePorts.next();
        String database = parts.postgres().createDatabase(name.replace('-', '_'));
        RunningService service = RunningService.launch(
                examples,
                state.resolve(name + ".log"),
                name,
                mainClass,
                port,
                List.of(
                        "--bootstrap.servers=" + parts.kafka().bootstrapServers(),
                        "--schema.registry.url=" + parts.registry().url(),
                        "--database.url=" + database,
                        "--http.port=" + port,
                        "--tidings.schema.cache.dir=" + state.resolve(name + "-schemas"),
                        "--state.dir=" + state.resolve(name + "-state")));
        open.add(service);
        return service;
    }

    /** Takes everything down, the last first; one part that resists does not keep the others up. */
    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                narrator.step("%s did not close cleanly: %s".formatted(open.get(i), e));
            }
        }
    }

    private static RunningService built(@Nullable RunningService service) {
        if (service == null) {
            throw new IllegalStateException("The town is not built yet");
        }
        return service;
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
