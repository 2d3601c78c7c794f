package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.Waiting;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A requestor that is killed between its request and the reply: whoever lives then goes on, once. */
class KilledRequestorIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final String prefix = "prices-" + ProcessHandle.current().pid() + "-";
    private final String name = prefix.replace('-', '_');
    private final String servers = KafkaBroker.shared().bootstrapServers();
    private final String url = PostgresServer.shared().createDatabase(name);
    private final DataSource database = PostgresServer.shared().dataSource(name);

    @Test
    void theReplyStillTakesEffectOnce() throws Exception {
        tables();
        BlockingQueue<Received<String, ?>> questions = new LinkedBlockingQueue<>();
        try (KafkaTransport transport = PriceRequestor.connect(servers)) {
            transport.provision(List.of(topic("questions"), topic("answers")));
            try (Subscription replier = transport.subscribe(spec("questions", "replier"), questions::add)) {
                assertThat(replier.running()).isTrue();
                Received<String, ?> question = askAndDie(questions);
                // Twice, as a replier may that dies after its reply: by different messages.
                reply(transport, question);
                reply(transport, question);
            }

            PriceRequestor successor = new PriceRequestor(prefix, database);
            try (Subscription answers = transport.subscribe(spec("answers", "requestor"), successor.replies())) {
                assertThat(answers.running()).isTrue();
                Eventually.eventually(
                        SOON,
                        () -> assertThat(successor.pending().counts().duplicate())
                                .isEqualTo(1));
            }
            assertThat(effects()).containsExactly("pizza costs 9.50");
            assertThat(successor.pending().waiting()).isZero();
        }
    }

    /** The question has arrived, and nobody is left who asked it. */
    private Received<String, ?> askAndDie(BlockingQueue<Received<String, ?>> questions) throws Exception {
        try (ChildProcess requestor = JvmProcess.of(PriceRequestor.class)
                .args(prefix, servers, url)
                .jvmFlags("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
                .start()) {
            String unused = requestor.awaitLine(PriceRequestor.ASKED, SOON);
            Received<String, ?> question = questions.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            requestor.kill();
            assertThat(question).isNotNull();
            return question;
        }
    }

    private void reply(KafkaTransport transport, Received<String, ?> question) throws InterruptedException {
        Waiting.on(Replying.reply(
                transport.sink(), question, PriceRequestor.channel(prefix + "answers"), PlainCodec.TEXT, "9.50"));
    }

    private TopicSpec topic(String stream) {
        return new TopicSpec(prefix + stream, 1, 1, Map.of());
    }

    private SubscriptionSpec<String> spec(String stream, String group) {
        return new SubscriptionSpec<>(
                PriceRequestor.channel(prefix + stream), List.of(PlainCodec.TEXT), prefix + group);
    }

    private void tables() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            JdbcOutbox.createTables(connection);
            JdbcPendingRequests.createTables(connection);
            statement.execute("CREATE TABLE effect (what text)");
        }
    }

    private List<String> effects() throws SQLException {
        List<String> effects = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT what FROM effect")) {
            while (rows.next()) {
                effects.add(rows.getString(1));
            }
        }
        return effects;
    }
}
