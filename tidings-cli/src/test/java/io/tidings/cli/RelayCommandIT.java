package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.embedded.Signal;
import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.OutboxReport;
import io.tidings.messaging.kafka.KafkaTransport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command beside a service that only writes into its outbox, on a real database and a real broker. */
class RelayCommandIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Schema ORDER =
            SchemaBuilder.record("Order").fields().requiredString("dish").endRecord();
    private static final MessageType<GenericRecord> ORDERS = new MessageType<>("Order", GenericRecord.class, ORDER);

    private final String unique = "relay_" + System.nanoTime();
    private final Channel<String> channel = new Channel<>("orders", unique, KeyType.STRING);
    private final String servers = KafkaBroker.shared().bootstrapServers();
    private final DataSource database = PostgresServer.shared().dataSource(unique);
    private KafkaTransport transport;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void open() throws Exception {
        PostgresServer.shared().createDatabase(unique);
        transport = KafkaTransport.connect(
                Map.of("bootstrap.servers", servers, "schema.registry.url", "mock://relay-command-it"));
        transport.provision(List.of(new TopicSpec(unique, 1, 1, Map.of("max.message.bytes", "2000"))));
        try (Connection connection = database.getConnection()) {
            JdbcOutbox.createTables(connection);
        }
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private void write(String key, String... dishes) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcOutbox outbox = new JdbcOutbox(transport.codec());
            for (String dish : dishes) {
                GenericRecord order = new GenericData.Record(ORDER);
                order.put("dish", dish);
                outbox.in(connection).send(OutgoingMessage.of(channel, ORDERS, key, order, SendOptions.NONE));
            }
            connection.commit();
        }
    }

    private long sent(Admin admin) throws Exception {
        TopicPartition partition = new TopicPartition(unique, 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    @Test
    void sendsOnceAndSaysWhatCannotBeSent() throws Exception {
        write("table 1", "pizza", "x".repeat(3_000), "soup");
        write("table 2", "bread");

        Answer once = run("relay", "--once");
        assertThat(once.err()).isEmpty();
        assertThat(once.out())
                .contains("Relay " + unique + ": leads; 2 sent, 1 waiting for up to ", ", 1 barred\n")
                .endsWith("Relay " + unique + " has ended.\n");
        assertThat(once.status()).isEqualTo(Status.DOES_NOT_HOLD);

        Answer status = of("relay", "status", "--jdbc-url", url());
        assertThat(status.status()).isEqualTo(Status.DOES_NOT_HOLD);
        assertThat(status.out())
                .startsWith("1 message waits, the oldest for ")
                .contains(
                        "    id 2: message ", " to " + unique + ", written ", "max.message.bytes", "Nobody relays.\n");
        assertThat(of("relay", "status", "--jdbc-url", url(), "--format", "json")
                        .out())
                .startsWith("{\"formatVersion\":1,\"backlog\":1,\"oldestMillis\":")
                .contains("\"sendable\":false,\"barred\":1,\"barredMessages\":[{\"id\":2,")
                .endsWith("\"leaders\":[]}\n");

        allow(100_000);
        Answer retried = of("relay", "retry-barred", "--jdbc-url", url());
        assertThat(retried).isEqualTo(new Answer(Status.HOLDS, "1 message is tried again.\n", ""));
        Answer again = run("relay", "--once", "--shards", "4", "--keep-sent", "7d");
        assertThat(again.status()).isEqualTo(Status.HOLDS);
        assertThat(again.out()).contains("; 2 sent, 0 waiting\n");
        assertThat(OutboxReport.read(database).backlog()).isZero();
    }

    private void allow(int bytes) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, unique),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    @Test
    void runsUntilItIsToldToEnd() throws Exception {
        Path config = Files.writeString(directory.resolve("client.properties"), "bootstrap.servers=" + servers);
        try (ChildProcess process = JvmProcess.of(Tidings.class)
                        .args("relay", "--name", unique, "--jdbc-url", url(), "--command-config", config.toString())
                        .start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            String unused = process.awaitLine("Relay " + unique + ": leads; 0 sent, 0 waiting", SOON);
            assertThat(of("relay", "status", "--jdbc-url", url()).out())
                    .startsWith("0 messages wait; 0 can never be sent.\nRelay " + unique + ": shard 0 is led by ");
            write("table 1", "pizza", "soup");
            long end = System.nanoTime() + SOON.toNanos();
            while (OutboxReport.read(database).backlog() > 0 && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            assertThat(sent(admin)).isGreaterThanOrEqualTo(2);
            process.signal(Signal.TERM);
            unused = process.awaitLine("Relay " + unique + " has ended.", SOON);
            assertThat(process.awaitExit(SOON)).isEqualTo(128 + 15);
        }
        assertThat(OutboxReport.read(database).leaders())
                .as("the next one can lead at once")
                .isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThat(of("relay", "--name", "n").err()).startsWith("tidings: no database is named: write --jdbc-url ");
        assertThat(of("relay", "--jdbc-url", url()).err()).startsWith("tidings: the relay has no name");
        assertThat(of("relay", "--name", "n", "--jdbc-url", url()).err()).startsWith("tidings: no broker is named");
        assertThat(of("relay", "status", "--jdbc-url", "jdbc:mysql://x/y").err())
                .startsWith("tidings: --jdbc-url must be PostgreSQL's, ");
        assertThat(of("relay", "--name", "n", "--jdbc-url", url(), "--shards", "0", "--bootstrap-server", servers)
                        .err())
                .startsWith("tidings: The shards of a relay are 1 to 256, not 0");
        assertThat(of("relay", "--name", "n", "--jdbc-url", url(), "--keep-sent", "soon")
                        .err())
                .contains("'soon' is no span of time; write it as 90s, 30m, 36h or 7d");
        assertThat(of("relay", "status", "--jdbc-url", url(), "--password-env", "NO_SUCH_VARIABLE")
                        .err())
                .startsWith("tidings: the environment variable NO_SUCH_VARIABLE is not set");

        Answer away = of("relay", "status", "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/x?user=u");
        assertThat(away.status()).isEqualTo(Status.UNUSABLE);
        assertThat(away.err()).startsWith("tidings: ").contains("127.0.0.1:1").doesNotContain("internal error");

        PostgresServer.shared().createDatabase(unique + "_bare");
        Answer bare =
                of("relay", "status", "--jdbc-url", PostgresServer.shared().jdbcUrl(unique + "_bare"));
        assertThat(bare.err())
                .startsWith("tidings: ")
                .contains("tidings_outbox")
                .doesNotContain("internal error");
        assertThat(bare.status()).isEqualTo(Status.UNUSABLE);
    }

    private String url() {
        return PostgresServer.shared().jdbcUrl(unique);
    }

    private record Answer(int status, String out, String err) {}

    private Answer run(String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--name", unique, "--jdbc-url", url(), "--bootstrap-server", servers));
        return of(args.toArray(new String[0]));
    }

    private static Answer of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
