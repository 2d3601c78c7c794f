package io.tidings.testing;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.embedded.EmbeddedServices;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.config.TidingsConfig;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.kafka.ProvisionMode;
import io.tidings.messaging.kafka.TopicProvisioner;
import io.tidings.messaging.kafka.TopicReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real parts for a test class: a Kafka broker in this JVM, Apicurio Registry and PostgreSQL as child processes. What is asked
 * for starts once in a JVM, is shared by all test classes, and ends with it; names made here keep the classes apart.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TidingsExtension tidings = TidingsExtension.builder().kafka().registry().postgres().build();
 * }</pre>
 *
 * <p>Methods of the test class may have parameters: a {@link Transport} or {@link KafkaTransport}, which is {@link #transport}, and an
 * {@link InMemoryTransport}, one for each test, which is closed after it. Safe for use by several threads.
 */
public final class TidingsExtension
        implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final boolean kafka;
    private final boolean registry;
    private final boolean postgres;
    private final @Nullable Faults faults;
    private final AtomicInteger databases = new AtomicInteger();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String prefix = "test-" + unique;
    private int nesting;
    private @Nullable KafkaTransport transport;
    private @Nullable KafkaTransport reliable;

    /** A Kafka broker, and a registry in memory: for {@code @ExtendWith(TidingsExtension.class)}. */
    public TidingsExtension() {
        this(builder().kafka());
    }

    private TidingsExtension(Builder builder) {
        this.kafka = builder.kafka;
        this.registry = builder.registry;
        this.postgres = builder.postgres;
        this.faults = builder.faults ? new Faults(this) : null;
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
    public void afterEach(ExtensionContext context) {
        if (faults != null) {
            faults.heal();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (--nesting > 0) {
            return;
        }
        if (transport != null) {
            transport.close();
            transport = null;
        }
        if (reliable != null) {
            reliable.close();
            reliable = null;
        }
        if (faults != null) {
            faults.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == InMemoryTransport.class || (kafka && (type == KafkaTransport.class || type == Transport.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() != InMemoryTransport.class) {
            return transport();
        }
        // JUnit closes what it stores when the context ends.
        return context.getStore(ExtensionContext.Namespace.create(this))
                .computeIfAbsent(InMemoryTransport.class, type -> InMemoryTransport.create());
    }

    /**
     * What an application is given to reach the parts; with {@link Builder#faults}, by a network that can fail; without {@link
     * Builder#registry}, a registry in memory.
     */
    public Map<String, String> configuration() {
        return configuration(faults);
    }

    private Map<String, String> configuration(@Nullable Faults network) {
        Map<String, String> configuration = new LinkedHashMap<>();
        if (kafka) {
            configuration.put(
                    "bootstrap.servers",
                    network == null
                            ? kafkaBroker().bootstrapServers()
                            : network.kafka().address());
        }
        configuration.put("schema.registry.url", registryUrl(network));
        configuration.put("tidings.source", "urn:tidings:test:" + prefix);
        // A test should not wait longer than it must; users' settings replace these.
        configuration.put("tidings.retry.backoff.ms", "10");
        configuration.put("tidings.retry.backoff.max.ms", "200");
        // A consumer that is closed waits for its last fetch, which the broker holds for so long if nothing comes.
        configuration.put("consumer.fetch.max.wait.ms", "50");
        return configuration;
    }

    private String registryUrl(@Nullable Faults network) {
        if (!registry) {
            return "mock://" + prefix;
        }
        String url = apicurio().url();
        return network == null ? url : network.registry().through(url);
    }

    /** A transport for the whole test class, opened when first asked for with {@link #configuration}. */
    public synchronized KafkaTransport transport() {
        if (transport == null) {
            transport = server(kafka, "kafka", () -> KafkaTransport.connect(configuration()));
        }
        return transport;
    }

    /** What the test itself works with must not suffer from the faults it makes. */
    private synchronized KafkaTransport reliable() {
        if (faults == null) {
            return transport();
        }
        if (reliable == null) {
            reliable = server(kafka, "kafka", () -> KafkaTransport.connect(configuration(null)));
        }
        return reliable;
    }

    /**
     * The network before the parts.
     *
     * @throws IllegalStateException without {@link Builder#faults}
     */
    public Faults faults() {
        return server(faults != null, "faults", () -> Objects.requireNonNull(faults));
    }

    /** A name that no other test class has. */
    public String unique(String name) {
        return prefix + "-" + name;
    }

    /** Creates a topic whose name no other test class has. */
    public String createTopic(String name, int partitions) {
        String topic = unique(name);
        reliable().provision(List.of(new TopicSpec(topic, partitions, 1, Map.of())));
        return topic;
    }

    /**
     * Creates a document's topics, with one replica each; those that exist must be as the document says.
     *
     * @param specs generated, as {@code ParcelServiceChannels.TOPICS}
     * @throws io.tidings.messaging.kafka.TopicsDifferException if another test made one of them otherwise
     */
    public TopicReport provision(List<TopicSpec> specs) {
        Map<String, String> alone = new LinkedHashMap<>(configuration());
        alone.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaBroker().bootstrapServers());
        alone.put(TidingsConfig.PROVISION_REPLICAS, "1");
        try (TopicProvisioner provisioner = TopicProvisioner.create(alone)) {
            return provisioner.provision(specs, ProvisionMode.CREATE_AND_CHECK).orThrow();
        }
    }

    /** Looks into topics, dead letters among them; faults do not concern it. */
    public TopicReader topics() {
        return new TopicReader(kafkaBroker().bootstrapServers());
    }

    /**
     * The dead letters of a group, decoded, for assertions; faults do not concern it.
     *
     * @param spec what the group subscribes to; generated subscribers have it as {@code spec(group)}
     */
    public <K> DeadLetterInspector<K> deadLetters(SubscriptionSpec<K> spec) {
        String address = spec.channel().address();
        KafkaTransport way = reliable();
        return DeadLetterInspector.over(
                () -> way.deadLetterChannel(address, spec.group()),
                () -> topics().deadLetters(address, spec.group()),
                way.codec(),
                spec);
    }

    /** Creates an empty database; returns its JDBC URL, user included; with {@link Builder#faults}, by a network that can fail. */
    public String newDatabase() {
        String url = postgresServer().createDatabase(databaseName());
        return faults == null ? url : faults.postgres().through(url);
    }

    /** Creates an empty database, as {@link #newDatabase}; each connection is new. */
    public DataSource newDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(newDatabase());
        return source;
    }

    boolean hasKafka() {
        return kafka;
    }

    KafkaBroker kafkaBroker() {
        return server(kafka, "kafka", KafkaBroker::shared);
    }

    ApicurioRegistry apicurio() {
        return server(registry, "registry", ApicurioRegistry::shared);
    }

    PostgresServer postgresServer() {
        return server(postgres, "postgres", PostgresServer::shared);
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
        private boolean faults;

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

        /**
         * A network that can fail, between the application and the parts that are asked for; {@link TidingsExtension#faults} tells
         * it to.
         */
        public Builder faults() {
            faults = true;
            return this;
        }

        public TidingsExtension build() {
            return new TidingsExtension(this);
        }
    }
}
