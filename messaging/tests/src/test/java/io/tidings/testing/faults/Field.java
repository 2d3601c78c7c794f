package io.tidings.testing.faults;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.TopicReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Where one run takes place: topics, groups and a database that no other run has. */
final class Field implements AutoCloseable {
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** So long a group waits for a member that was killed, in milliseconds. */
    private static final String SESSION = "1500";

    final String prefix;
    final String servers;
    final String protocol;
    final String databaseUrl;
    final String database;
    private final KafkaTransport transport;
    private final Connections connections;
    private final AtomicInteger lives = new AtomicInteger();

    /**
     * Prepares it.
     *
     * @param servers of a broker that does not fail
     * @param protocol the groups' {@code group.protocol}
     */
    Field(String servers, String protocol, String name) throws SQLException, ExecutionException, InterruptedException {
        this.prefix = name + "-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet() + "-";
        this.servers = servers;
        this.protocol = protocol;
        this.database = prefix.replaceAll("[^a-z0-9]", "_");
        this.databaseUrl = PostgresServer.shared().createDatabase(database);
        this.connections = new Connections(databaseUrl);
        new Books(connections.pool()).open();
        this.transport = KafkaTransport.connect(configuration("field"), new PlainCodec());
        transport.provision(Shop.topics(prefix));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            for (String stream : new String[] {Shop.ORDERS, Shop.QUESTIONS, Shop.ANSWERS}) {
                ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, Shop.group(prefix, stream));
                admin.incrementalAlterConfigs(Map.of(
                                group,
                                List.of(
                                        set("consumer.session.timeout.ms", SESSION),
                                        set("consumer.heartbeat.interval.ms", "500"))))
                        .all()
                        .get();
            }
        }
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    }

    KafkaTransport transport() {
        return transport;
    }

    Connections connections() {
        return connections;
    }

    TopicReader topics() {
        return new TopicReader(servers);
    }

    String nextLife() {
        return "life" + lives.incrementAndGet();
    }

    /** How a shop is configured, by the shortest time-outs that make sense. */
    Map<String, String> configuration(String life) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("bootstrap.servers", servers);
        configuration.put("schema.registry.url", "mock://faults");
        configuration.put("client.id", life);
        configuration.put("tidings.retry.backoff.ms", "10");
        configuration.put("tidings.retry.backoff.max.ms", "200");
        configuration.put("tidings.close.timeout.ms", "3000");
        configuration.put("group.protocol", protocol);
        configuration.put("consumer.metric.reporters", Rebalances.class.getName());
        configuration.put("reconnect.backoff.max.ms", "200");
        if (protocol.equals("classic")) {
            configuration.put("session.timeout.ms", SESSION);
            configuration.put("heartbeat.interval.ms", "500");
        }
        return configuration;
    }

    /** Opens a shop in this JVM. */
    Shop shop(Map<String, String> configuration, String url, Shop.HandlerPause pause) {
        return new Shop(prefix, configuration.getOrDefault("client.id", ""), configuration, url, databaseUrl, pause)
                .serve();
    }

    /** Starts a shop in a JVM of its own that dies there; never if the point is null. */
    ChildProcess process(@Nullable KillPoint point, int at, Path directory) throws IOException {
        return process(point, at, directory, Map.of());
    }

    /** The same with more settings. */
    ChildProcess process(@Nullable KillPoint point, int at, Path directory, Map<String, String> more)
            throws IOException {
        String life = nextLife();
        Map<String, String> configuration = configuration(life);
        configuration.putAll(more);
        configuration.put("consumer.interceptor.classes", ConsumerDeaths.class.getName());
        configuration.put("producer.interceptor.classes", ProducerDeaths.class.getName());
        Properties properties = new Properties();
        properties.putAll(configuration);
        Path file = directory.resolve(life + ".properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return JvmProcess.of(ShopMain.class)
                .args(prefix, life, databaseUrl, file.toString())
                .jvmFlags("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
                .systemProperty(KillPoint.PROPERTY, point == null ? "" : point.name())
                .systemProperty(KillPoint.AT_PROPERTY, Integer.toString(at))
                .process(builder -> builder.name("shop-" + life))
                .start();
    }

    @Override
    public void close() throws SQLException {
        transport.close();
        connections.close();
    }
}
