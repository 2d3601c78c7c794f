package io.tidings.testing;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.embedded.EmbeddedServices;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.kafka.KafkaTransport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real parts for a test class: a Kafka broker in this JVM, Apicurio Registry and PostgreSQL as child processes. What is asked
 * for starts once in a JVM, is shared by all test classes, and ends with it; names made here keep the classes apart.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TidingsExtension tidings = TidingsExtension.builder().kafka().registry().postgres().build();
 * }</pre>
 */
public final class TidingsExtension implements BeforeAllCallback, AfterAllCallback {

    private final boolean kafka;
    private final boolean registry;
    private final boolean postgres;
    private final AtomicInteger databases = new AtomicInteger();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String prefix = "test-" + unique;
    private int nesting;
    private @Nullable KafkaTransport transport;

    private TidingsExtension(Builder builder) {
        this.kafka = builder.kafka;
        this.registry = builder.registry;
        this.postgres = builder.postgres;
    }

    /** Chooses the parts. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        // Nested classes call again.
        if (nesting++ > 0) {
            return;
        }
        prefix = context.getRequiredTestClass().getSimpleName() + "-" + unique;
        if (kafka && registry && postgres) {
            // All at the same time.
            EmbeddedServices.shared();
        }
        if (kafka) {
            KafkaBroker.shared();
        }
        if (registry) {
            ApicurioRegistry.shared();
        }
        if (postgres) {
            PostgresServer.shared();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (--nesting == 0 && transport != null) {
            transport.close();
            transport = null;
        }
    }

    /** What an application is given to reach the parts; without {@link Builder#registry}, a registry in memory. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        if (kafka) {
            configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        }
        configuration.put(
                "schema.registry.url", registry ? ApicurioRegistry.shared().url() : "mock://" + prefix);
        configuration.put("tidings.source", "urn:tidings:test:" + prefix);
        // A test should not wait longer than it must; users' settings replace these.
        configuration.put("tidings.retry.backoff.ms", "10");
        configuration.put("tidings.retry.backoff.max.ms", "200");
        return configuration;
    }

    /** A transport for the whole test class, opened when first asked for. */
    public synchronized KafkaTransport transport() {
        if (transport == null) {
            transport = server(kafka, "kafka", () -> KafkaTransport.connect(configuration()));
        }
        return transport;
    }

    /** A name that no other test class has. */
    public String unique(String name) {
        return prefix + "-" + name;
    }

    /** Creates a topic whose name no other test class has. */
    public String createTopic(String name, int partitions) {
        String topic = unique(name);
        transport().provision(List.of(new TopicSpec(topic, partitions, 1, Map.of())));
        return topic;
    }

    /** Looks into topics, dead letters among them. */
    public TopicReader topics() {
        return new TopicReader(server(kafka, "kafka", KafkaBroker::shared).bootstrapServers());
    }

    /** Creates an empty database; returns its JDBC URL, user included. */
    public String newDatabase() {
        return server(postgres, "postgres", PostgresServer::shared).createDatabase(databaseName());
    }

    /** Creates an empty database; each connection is new. */
    public DataSource newDataSource() {
        PostgresServer server = server(postgres, "postgres", PostgresServer::shared);
        String name = databaseName();
        server.createDatabase(name);
        return server.dataSource(name);
    }

    private String databaseName() {
        return (prefix.replaceAll("[^A-Za-z0-9]", "_") + "_" + databases.incrementAndGet()).toLowerCase(Locale.ROOT);
    }

    /** As {@link Eventually#eventually}. */
    public void eventually(Duration deadline, ThrowingAssertion assertion) {
        Eventually.eventually(deadline, assertion);
    }

    private static <T> T server(boolean asked, String part, Supplier<T> shared) {
        if (!asked) {
            throw new IllegalStateException("This needs TidingsExtension.builder()." + part + "()");
        }
        return shared.get();
    }

    /** Chooses the parts. */
    public static final class Builder {
        private boolean kafka;
        private boolean registry;
        private boolean postgres;

        private Builder() {}

        /** A Kafka broker. */
        public Builder kafka() {
            kafka = true;
            return this;
        }

        /** Apicurio Registry; else there is a registry in memory. */
        public Builder registry() {
            registry = true;
            return this;
        }

        /** PostgreSQL. */
        public Builder postgres() {
            postgres = true;
            return this;
        }

        public TidingsExtension build() {
            return new TidingsExtension(this);
        }
    }
}
