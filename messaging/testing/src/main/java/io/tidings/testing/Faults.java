package io.tidings.testing;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.embedded.FaultProxy;
import io.tidings.embedded.PostgresServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The network between the application under test and the real parts, which fails when told: {@link TidingsExtension.Builder#faults}
 * puts it there, and heals it after each test. Faults hold for all who go through it. Safe for use by several threads.
 */
public final class Faults {

    private final TidingsExtension tidings;
    private @Nullable FaultProxy registry;
    private @Nullable FaultProxy postgres;

    Faults(TidingsExtension tidings) {
        this.tidings = tidings;
    }

    /**
     * Before the Kafka broker; it is the same for all test classes of a JVM.
     *
     * @throws IllegalStateException if the extension has no broker
     */
    public FaultProxy kafka() {
        return tidings.kafkaBroker().proxy();
    }

    /**
     * Before Apicurio Registry.
     *
     * @throws IllegalStateException if the extension has none
     */
    public synchronized FaultProxy registry() {
        ApicurioRegistry server = tidings.apicurio();
        if (registry == null) {
            registry = FaultProxy.to(URI.create(server.url()).getPort());
        }
        return registry;
    }

    /**
     * Before PostgreSQL. A connection whose answers are swallowed waits for them for ever, unless its URL says {@code socketTimeout}.
     *
     * @throws IllegalStateException if the extension has none
     */
    public synchronized FaultProxy postgres() {
        PostgresServer server = tidings.postgresServer();
        if (postgres == null) {
            postgres = FaultProxy.to(server.port());
        }
        return postgres;
    }

    /** Ends all faults, as after each test. */
    public synchronized void heal() {
        if (tidings.hasKafka()) {
            kafka().heal();
        }
        if (registry != null) {
            registry.heal();
        }
        if (postgres != null) {
            postgres.heal();
        }
    }

    /** The broker's proxy is not this class's own, and stays. */
    synchronized void close() {
        heal();
        if (registry != null) {
            registry.close();
            registry = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
