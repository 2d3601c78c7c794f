package io.tidings.benchmarks.messaging;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Turn;
import io.tidings.benchmarks.api.PlacePublisher;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How quickly an outbox of medium orders is emptied by relays in turns, and how long a message takes from its commit to a consumer
 * of committed messages. Broker and PostgreSQL are processes of their own; the latter waits for the disk.
 */
public final class RelayDuel {
    private static final String TOPIC = "orders";
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Broker broker;
    private final HikariDataSource database;
    private final KafkaTransport transport;
    private final Orders orders = new Orders();
    private final int messages;
    private final int rounds;
    private final List<String> lines = new ArrayList<>();

    private RelayDuel(Broker broker, HikariDataSource database, KafkaTransport transport, int messages, int rounds) {
        this.broker = broker;
        this.database = database;
        this.transport = transport;
        this.messages = messages;
        this.rounds = rounds;
    }

    /** Something that empties the outbox while it is open. */
    private interface Running extends AutoCloseable {
        /** Messages have been committed. */
        void wake();

        @Override
        void close();
    }

    @FunctionalInterface
    private interface Contender {
        Running start();
    }

    /**
     * Writes {@code target/relay.txt}. Arguments are the messages of a turn and the rounds, 100000 and 3 by default, and the
     * messages of a run for each wait, 2000 by default.
     */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int waits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        Path file = Path.of("target", "relay.txt");
        try (Broker broker = Broker.start();
                PostgresServer server = PostgresServer.start()) {
            Files.writeString(file, String.join("\n", measure(broker, server, messages, rounds, waits)) + "\n");
        }
        System.out.print(Files.readString(file));
    }

    /** The tables, in lines. */
    public static List<String> measure(Broker broker, PostgresServer server, int messages, int rounds, int waits)
            throws Exception {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(
                server.createDatabase("relay_" + UUID.randomUUID().toString().replace('-', '_')));
        Map<String, String> settings = Map.of(
                "bootstrap.servers", broker.servers(),
                "schema.registry.url", "mock://relay-duel",
                "client.id", "bench");
        broker.create(TOPIC, PARTITIONS);
        try (HikariDataSource database = new HikariDataSource(pool);
                KafkaTransport transport = KafkaTransport.connect(settings)) {
            try (Connection connection = database.getConnection()) {
                JdbcOutbox.createTables(connection);
            }
            RelayDuel duel = new RelayDuel(broker, database, transport, messages, rounds);
            duel.lines.add(server.settings().toString());
            duel.drain();
            duel.waits(200, waits);
            duel.waits(1_000, waits);
            return duel.lines;
        } finally {
            broker.delete(List.of(TOPIC));
        }
    }

    private void drain() throws Exception {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("delete", () -> relay(options()));
        contenders.put("mark", () -> relay(options().keepingSent(Duration.ofHours(1))));
        contenders.put("2 shards, delete", () -> relay(options().withShards(2)));
        contenders.put("naive poller", this::naive);
        Results results = new Results("drain", "naive poller");
        List<String> order = new ArrayList<>(contenders.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                // One that is so much slower has fewer to send, or would take all the time.
                int count = name.startsWith("naive") ? Math.max(1, messages / 20) : messages;
                Turn turn = drain(Objects.requireNonNull(contenders.get(name)), count);
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        lines.addAll(results.lines(contenders.keySet()));
    }

    private static RelayOptions options() {
        return RelayOptions.named(UUID.randomUUID().toString());
    }

    private Running relay(RelayOptions options) {
        PollingRelay relay = PollingRelay.start(database, transport::transactionalSink, options);
        while (relay.status().leading() < options.shards()) {
            LockSupport.parkNanos(1_000_000);
        }
        return new Running() {
            @Override
            public void wake() {
                relay.wake();
            }

            @Override
            public void close() {
                relay.close();
            }
        };
    }

    private Running naive() {
        NaivePoller poller = new NaivePoller(database, Map.of("bootstrap.servers", broker.servers(), "linger.ms", "0"));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        thread.execute(poller);
        return new Running() {
            @Override
            public void wake() {
                // It polls without a pause.
            }

            @Override
            public void close() {
                poller.close();
                thread.shutdown();
            }
        };
    }

    /** From the commit of all messages until none is left. */
    private Turn drain(Contender contender, int count) throws Exception {
        execute("TRUNCATE tidings_outbox");
        execute("CHECKPOINT");
        try (Connection connection = database.getConnection();
                Running running = contender.start()) {
            connection.setAutoCommit(false);
            PlacePublisher publisher = new PlacePublisher(new JdbcOutbox(transport.codec()).in(connection));
            for (int i = 0; i < count; i++) {
                var unused = publisher.publish(orders.key(i), orders.order(i));
            }
            connection.commit();
            Turn.Watch watch = Turn.start();
            running.wake();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (waiting() > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Not drained within " + PATIENCE);
                }
                LockSupport.parkNanos(2_000_000);
            }
            Turn turn = watch.stop(count);
            connection.setAutoCommit(true);
            if (broker.size(TOPIC) < count) {
                throw new IllegalStateException("The topic holds fewer than " + count + " messages");
            }
            broker.empty(TOPIC);
            return turn;
        }
    }

    private long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT id FROM tidings_outbox WHERE sent_at IS NULL ORDER BY id DESC LIMIT 1")) {
            return result.next() ? 1 : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** From a commit to a consumer, at a steady rate. */
    private void waits(int perSecond, int count) throws Exception {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        double[] millis = new double[count];
        execute("TRUNCATE tidings_outbox");
        try (Running relay = relay(options());
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Thread writer = new Thread(() -> write(perSecond, count, committed, relay));
            writer.start();
            int received = 0;
            while (received < count) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    long now = System.nanoTime();
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    Long began = committed.remove(key);
                    if (began != null) {
                        millis[received++] = (now - began) / 1e6;
                    }
                }
            }
            writer.join();
        }
        broker.empty(TOPIC);
        Arrays.sort(millis);
        lines.add(String.format(
                Locale.ROOT,
                "commit to consumer, %d/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                perSecond,
                millis[count / 2],
                millis[count * 99 / 100],
                millis[count - 1]));
    }

    /** The clock starts before the commit: a reader may be quicker than the caller's next statement. */
    private void write(int perSecond, int count, Map<String, Long> committed, Running relay) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            PlacePublisher publisher = new PlacePublisher(new JdbcOutbox(transport.codec()).in(connection));
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                String key = perSecond + "-" + i;
                var unused = publisher.publish(key, orders.order(i));
                committed.put(key, System.nanoTime());
                connection.commit();
                relay.wake();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.servers());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "latest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
