package io.tidings.testing.faults;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.TopicReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Where relays are put to the test: accounts that are changed, what was told of them, a topic, and a receiver whose effects are
 * written down. What is true stands in {@code told}, which is written in the transactions of the changes.
 */
final class OutboxField implements AutoCloseable {
    static final String TOLD = "told";

    /** More than this, and the topic refuses a message. */
    static final int LARGEST = 20_000;

    private static final String TABLES = """
            CREATE TABLE account (id text PRIMARY KEY, version bigint NOT NULL);
            CREATE TABLE told (id text PRIMARY KEY, account text NOT NULL, version bigint NOT NULL);
            CREATE TABLE effect (seq bigserial PRIMARY KEY, id text NOT NULL);
            """;

    /** Makes COMMIT take a while, so that something may happen in it. */
    private static final String SLOW_COMMITS = """
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_sleep(0.004); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER slow_told AFTER INSERT ON told
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
            CREATE CONSTRAINT TRIGGER slow_sent AFTER DELETE ON tidings_outbox
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
            """;

    private static final AtomicInteger RUNS = new AtomicInteger();

    final String prefix;
    final String topic;
    final String databaseUrl;
    private final String servers;
    private final Connections connections;
    private final KafkaTransport transport;
    private final Subscription subscription;
    private final AtomicInteger lives = new AtomicInteger();
    private int shards;

    /** @param shards of the relays */
    OutboxField(String servers, PostgresServer postgres, String name, int shards) throws SQLException {
        this.shards = shards;
        this.prefix = name + "-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet() + "-";
        this.topic = prefix + TOLD;
        this.servers = servers;
        this.databaseUrl = postgres.createDatabase(prefix.replaceAll("[^a-z0-9]", "_"));
        this.connections = new Connections(databaseUrl);
        execute(TABLES);
        try (Connection connection = connections.pool().getConnection()) {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
        }
        this.transport = KafkaTransport.connect(configuration("field"), new PlainCodec());
        transport.provision(
                List.of(new TopicSpec(topic, 4, 1, Map.of("max.message.bytes", Integer.toString(LARGEST)))));
        JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(connections.pool(), "field");
        this.subscription = transport.subscribe(
                new SubscriptionSpec<>(channel(), List.of(PlainCodec.TEXT), prefix + "group"),
                receiver.inTransaction(transaction -> message -> apply(transaction, message)));
    }

    Channel<String> channel() {
        return new Channel<>(topic, topic, KeyType.STRING);
    }

    private static void apply(Connection transaction, Received<String, ?> message) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO effect (id) VALUES (?)")) {
            insert.setString(1, message.metadata().id());
            insert.executeUpdate();
        }
    }

    /** From now on each row that is told of or sent makes its COMMIT wait for 4 ms. */
    void slowCommits() throws SQLException {
        execute(SLOW_COMMITS);
    }

    /** Ends the sessions that are inside their COMMIT right now, where they dawdle; returns how many. */
    int cutCommits() throws SQLException {
        return strings("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event = 'PgSleep'")
                .size();
    }

    /** Puts right what was wrong with messages that are too large. */
    void allowLargeMessages() throws Exception {
        allow(1_000_000);
    }

    /** From now on messages can be too large again. */
    void allowOnlySmallMessages() throws Exception {
        allow(LARGEST);
    }

    private void allow(int bytes) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            ConfigEntry limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
            admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** Connections that waited while the database was killed are found out one by one. */
    int retryBarred() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.pool().getConnection()) {
                return JdbcOutbox.retryBarred(connection);
            } catch (SQLException | TransientMessagingException e) {
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }

    /** Relays that are started from now on have so many shards. */
    void shards(int number) {
        shards = number;
    }

    KafkaTransport transport() {
        return transport;
    }

    TopicReader topics() {
        return new TopicReader(servers);
    }

    Map<String, String> configuration(String life) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("bootstrap.servers", servers);
        configuration.put("schema.registry.url", "mock://faults");
        configuration.put("client.id", life);
        configuration.put("tidings.retry.backoff.ms", "10");
        configuration.put("tidings.retry.backoff.max.ms", "200");
        configuration.put("tidings.close.timeout.ms", "3000");
        configuration.put("reconnect.backoff.max.ms", "200");
        return configuration;
    }

    /** A relay in this JVM. */
    RelayKind.Running relay(RelayKind kind, String url, Map<String, String> configuration) {
        KafkaTransport own = KafkaTransport.connect(configuration, new PlainCodec());
        Connections pool = new Connections(url, 2);
        RelayKind.Running relay =
                kind.start(pool.pool(), url, own::transactionalSink, RelayMain.options(prefix, shards));
        return () -> {
            relay.close();
            own.close();
            try {
                pool.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** A relay in a JVM of its own, which sends itself that signal there, when it comes by for that time. */
    ChildProcess process(Class<? extends RelayKind> kind, KillPoint point, String signal, int at, Path directory)
            throws IOException {
        return relayProcess(kind, directory)
                .systemProperty(KillPoint.PROPERTY, point.name())
                .systemProperty(KillPoint.AT_PROPERTY, Integer.toString(at))
                .systemProperty(KillPoint.SIGNAL_PROPERTY, signal)
                .start();
    }

    /** A relay in a JVM of its own that does nothing to itself. */
    ChildProcess process(Class<? extends RelayKind> kind, Path directory) throws IOException {
        return relayProcess(kind, directory).start();
    }

    private JvmProcess relayProcess(Class<? extends RelayKind> kind, Path directory) throws IOException {
        String life = "relay" + lives.incrementAndGet();
        Properties properties = new Properties();
        properties.putAll(configuration(life));
        properties.put("producer.interceptor.classes", ProducerDeaths.class.getName());
        Path file = directory.resolve(life + ".properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return JvmProcess.of(RelayMain.class)
                .args(kind.getName(), prefix, databaseUrl, file.toString())
                .jvmFlags("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
                .systemProperty(RelayMain.SHARDS, Integer.toString(shards))
                .process(builder -> builder.name(prefix + life));
    }

    List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = connections.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connections.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        subscription.close();
        transport.close();
        connections.close();
    }
}
