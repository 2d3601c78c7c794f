package io.tidings.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka inside this JVM: one KRaft node (KIP-500), broker and controller, with transactions, the classic and the new
 * group protocol (KIP-848) and share groups (KIP-932). Topics are created explicitly: a typo must not become a topic.
 * Several may run in one JVM, each a cluster of its own; Kafka's JMX metrics then mix them up, as those are per JVM.
 * Thread-safe.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration TOPIC_DEADLINE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);
    private static final Shared<KafkaBroker> SHARED = new Shared<>(KafkaBroker::start, KafkaBroker::isRunning);

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Supplier<FaultProxy> proxies;
    private final Path data;
    private final boolean temporary;
    private @Nullable FaultProxy proxy;
    private boolean running = true;

    private KafkaBroker(
            KafkaRaftServer server,
            String bootstrapServers,
            Supplier<FaultProxy> proxies,
            Path data,
            boolean temporary) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.proxies = proxies;
        this.data = data;
        this.temporary = temporary;
    }

    /** Starts a broker on a free port with a temporary data directory. */
    public static KafkaBroker start() {
        return start(KafkaBrokerOptions.defaults());
    }

    /**
     * Starts a broker; returns when clients can work with it.
     *
     * @throws EmbeddedServiceException if it does not start
     */
    public static KafkaBroker start(KafkaBrokerOptions options) {
        long began = System.nanoTime();
        int port = options.port() == 0 ? FreePorts.next() : options.port();
        String bootstrapServers = "127.0.0.1:" + port;
        // Kafka itself would end the whole JVM over it.
        FreePorts.requireFree(port, "Kafka");
        Path chosen = options.dataDirectory();
        Path data = chosen == null ? TemporaryDirectory.create("kafka") : chosen.toAbsolutePath();
        try {
            int proxied = FreePorts.next();
            int proxy = FreePorts.next();
            KafkaRaftServer server =
                    start(KafkaSettings.of(port, proxied, proxy, FreePorts.next(), data, options.settings()), data);
            KafkaBroker broker = new KafkaBroker(
                    server, bootstrapServers, () -> FaultProxy.start(proxy, proxied), data, chosen == null);
            LastWill.add(broker);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            LOG.info("Kafka broker {} started in {} ms", bootstrapServers, took.toMillis());
            return broker;
        } catch (Exception e) {
            if (chosen == null) {
                TemporaryDirectory.delete(data);
            }
            throw new EmbeddedServiceException("cannot start Kafka at " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }

    /** The broker of this JVM, started when first asked for and closed at exit. */
    public static KafkaBroker shared() {
        return SHARED.get();
    }

    /** {@code host:port}, for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * The proxy in front of this broker, one for all who ask; it starts when first asked for. Clients that are given its {@link
     * FaultProxy#address} as {@code bootstrap.servers} reach the broker only through it; those with {@link #bootstrapServers}
     * go past it. Heal it when a test is over.
     *
     * @throws IllegalStateException if the broker is closed
     */
    public synchronized FaultProxy proxy() {
        if (!running) {
            throw new IllegalStateException(this + " is closed");
        }
        FaultProxy started = proxy;
        if (started == null) {
            started = proxies.get();
            proxy = started;
        }
        return started;
    }

    public synchronized boolean isRunning() {
        return running;
    }

    public void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }

    /**
     * Creates a topic with one replica.
     *
     * @param config topic configuration, such as {@code cleanup.policy}
     * @throws EmbeddedServiceException if it exists, or a name or a value is refused
     */
    public void createTopic(String name, int partitions, Map<String, String> config) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
            admin.createTopics(List.of(topic)).all().get();
            awaitLeaders(admin, name, partitions);
        } catch (ExecutionException e) {
            throw new EmbeddedServiceException("cannot create topic " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServiceException("interrupted while creating topic " + name, e);
        }
    }

    /**
     * Until each leader serves its partition: an idempotent producer that is faster has its first batch refused and the next
     * one taken, and is stuck for two minutes. The admin client asks again where a leader is missing, but not where the
     * broker that answers has not yet heard of the topic.
     */
    private static void awaitLeaders(Admin admin, String name, int partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        long deadline = System.nanoTime() + TOPIC_DEADLINE.toNanos();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** Stops the broker, and deletes its data if the directory was temporary. */
    @Override
    public synchronized void close() {
        if (!running) {
            return;
        }
        running = false;
        LastWill.remove(this);
        if (proxy != null) {
            proxy.close();
        }
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            if (temporary) {
                TemporaryDirectory.delete(data);
            }
        }
    }

    @Override
    public String toString() {
        return "Kafka broker " + bootstrapServers;
    }

    private static KafkaRaftServer start(Properties settings, Path data) throws Exception {
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            server.shutdown();
            throw e;
        }
        return server;
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(KafkaSettings.NODE)
                .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .run();
    }
}
