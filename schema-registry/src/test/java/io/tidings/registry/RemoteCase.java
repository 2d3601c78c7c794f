package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A scripted server and its clients, which end with the test. */
abstract class RemoteCase {

    static final String TEXT = "{\"schema\":\"\\\"string\\\"\"}";
    static final String UNKNOWN_ID = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

    final ScriptedServer server = ScriptedServer.start();
    private final List<SchemaRegistry> clients = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.releases();
        clients.forEach(SchemaRegistry::close);
        server.close();
    }

    /** Settings follow the URL as key and value in turn. */
    final SchemaRegistry connect(String url, String... settings) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("schema.registry.url", url);
        for (int i = 0; i < settings.length; i += 2) {
            configuration.put(settings[i], settings[i + 1]);
        }
        SchemaRegistry client = SchemaRegistry.connect(configuration);
        clients.add(client);
        return client;
    }

    static RegistryException failure(SchemaRegistry registry) {
        return catchThrowableOfType(RegistryException.class, () -> registry.schemaById(1));
    }

    static void awaitThat(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
