package io.tidings.benchmarks.transactional;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.messaging.Orders;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where all contenders meet: a database of a durable server, a broker, a topic of four partitions, and the same messages. */
record Site(
        Broker broker,
        PostgresServer server,
        String name,
        HikariDataSource database,
        KafkaTransport transport,
        Orders orders)
        implements AutoCloseable {

    static final String TOPIC = "orders";

    /** Of what the messages tell. */
    static final int KEYS = 5_000;

    /** What is waiting to be sent, or has been sent but not yet been noted as sent. */
    private static final String UNSENT = """
            SELECT id FROM tidings_outbox WHERE sent_at IS NULL AND barred_reason IS NULL ORDER BY id DESC LIMIT 1
            """;

    private static final int PARTITIONS = 4;
    private static final int CONNECTIONS = 24;

    /** A database of its own, with all tables. */
    static Site open(Broker broker, PostgresServer server) throws Exception {
        String name = "bench_" + UUID.randomUUID().toString().replace('-', '_');
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.createDatabase(name));
        pool.setMaximumPoolSize(CONNECTIONS);
        broker.create(TOPIC, PARTITIONS);
        Site site = new Site(
                broker,
                server,
                name,
                new HikariDataSource(pool),
                KafkaTransport.connect(settings(broker)),
                new Orders());
        try (Connection connection = site.database.getConnection()) {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
        }
        return site;
    }

    /** Of generated clients. The registry is the one that bare clients ask, too. */
    static Map<String, String> settings(Broker broker) {
        return Map.of(
                "bootstrap.servers", broker.servers(),
                "schema.registry.url", "mock://bare",
                "client.id", "bench");
    }

    String key(int number) {
        return "order-" + number % KEYS;
    }

    boolean unsent() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(UNSENT)) {
            return result.next();
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** One that sees what is committed, assigned to all partitions and at their ends. */
    KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.servers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    static List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
    }

    @Override
    public void close() {
        transport.close();
        database.close();
        try {
            broker.delete(List.of(TOPIC));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
