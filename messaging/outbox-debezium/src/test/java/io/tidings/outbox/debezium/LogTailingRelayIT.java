package io.tidings.outbox.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTailingRelayIT {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final PostgresServer server = PostgresServer.shared();
    private final String name = "tail_" + MADE.incrementAndGet();
    private final RelayOptions options =
            RelayOptions.named(name).withPollInterval(Duration.ofMillis(10)).withLease(Duration.ofSeconds(2));
    private final DataSource database = server.dataSource(name);
    private final Recorder broker = new Recorder();

    @BeforeEach
    void createTables() throws SQLException {
        server.createDatabase(name);
        try (Connection connection = database.getConnection()) {
            JdbcOutbox.createTables(connection);
        }
    }

    /** A server has few slots. */
    @AfterEach
    void dropSlot() {
        Await.until("the slot is dropped", () -> {
            run("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                    + " WHERE database = current_database() AND NOT active");
            return count("pg_replication_slots WHERE database = current_database()") == 0;
        });
    }

    private LogTailingRelay start() {
        return start(options);
    }

    private LogTailingRelay start(RelayOptions options) {
        ReplicationAddress log = ReplicationAddress.of("127.0.0.1", server.port(), name, "postgres", "postgres");
        return LogTailingRelay.start(database, log, broker::open, options);
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection transaction, String key, String text) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(
                "INSERT INTO tidings_outbox (message_id, address, key, value, headers) VALUES (?, 'notes', ?, ?, ?)")) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            statement.setString(1, "id of " + text);
            statement.setBytes(2, key.getBytes(StandardCharsets.UTF_8));
            statement.setBytes(3, value);
            statement.setBytes(4, OutboxHeaders.encode(List.of(new Header("of", value))));
            statement.executeUpdate();
        }
    }

    private void commit(String key, String text) throws SQLException {
        try (Connection transaction = begin()) {
            insert(transaction, key, text);
            transaction.commit();
        }
    }

    private void commit(int from, int to) throws SQLException {
        for (int i = from; i <= to; i++) {
            commit("a", "a" + i);
        }
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "a" + i).toList();
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long count(String from) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(from, e);
        }
    }

    private void awaitTailing() {
        Await.until(
                "it reads the log",
                () -> count("pg_stat_replication JOIN pg_stat_activity USING (pid)"
                                + " WHERE datname = current_database() AND pg_stat_replication.state = 'streaming'")
                        == 1);
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> count("tidings_outbox") == 0);
    }

    @Test
    void sendsInTheOrderOfCommitsAndNothingOfARollback() throws Exception {
        commit("early", "before the first start");
        // So long that it does not look at the table again: all comes from the log.
        try (LogTailingRelay relay = start(options.withLease(Duration.ofHours(1)));
                Connection slow = begin()) {
            awaitTailing();
            insert(slow, "slow", "committed last");
            try (Connection undone = begin()) {
                insert(undone, "a", "never");
                undone.rollback();
            }
            commit(1, 20);
            Await.until("they come", () -> broker.texts().size() == 21);
            slow.commit();
            Await.until("the last comes", () -> broker.texts().size() == 22);
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
        assertThat(count("tidings_outbox")).isZero();
        assertThat(broker.texts()).startsWith("before the first start", "a1").endsWith("a20", "committed last");
        assertThat(broker.texts()).hasSize(22).containsSubsequence(texts(1, 20));
    }

    @Test
    void bytesAndHeadersArriveAsTheyWereStored() throws Exception {
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            commit("a", "größe \u0001");
            run("INSERT INTO tidings_outbox (message_id, address, headers) VALUES ('t', 'notes', '\\x0100000000')");
            Await.until("they come", () -> broker.messages().size() == 2);
            assertThat(relay.status().trouble()).isNull();
        }
        EncodedMessage first = broker.messages().get(0);
        assertThat(Recorder.text(first)).isEqualTo("größe \u0001");
        assertThat(first.key()).asString().isEqualTo("a");
        assertThat(first.id()).isEqualTo("id of größe \u0001");
        assertThat(first.headers()).singleElement().satisfies(header -> {
            assertThat(header.name()).isEqualTo("of");
            assertThat(header.value()).isEqualTo(first.value());
        });
        EncodedMessage second = broker.messages().get(1);
        assertThat(second.key()).isNull();
        assertThat(second.value()).isNull();
        assertThat(second.headers()).isEmpty();
    }

    @Test
    void aRestartGoesOnWhereItEndedWithoutLossOrDuplicate() throws Exception {
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            commit(1, 5);
            awaitEmpty();
            assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
        }
        commit(6, 10);
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            commit(11, 15);
            awaitEmpty();
            assertThat(relay.status().backlog()).isZero();
        }
        assertThat(broker.texts()).isEqualTo(texts(1, 15));
    }

    @Test
    void afterTroubleNothingIsMissingAndNothingIsOutOfOrder() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        broker.beforeCommit = batch -> {
            if (batches.incrementAndGet() % 3 == 1) {
                throw new TransientMessagingException("no broker", null);
            }
            if (batches.get() == 2) {
                run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()");
            }
        };
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            for (int i = 1; i <= 12; i++) {
                commit(i, i);
                int expected = i;
                Await.until("it comes", () -> broker.distinctTexts().size() == expected);
            }
            awaitEmpty();
            assertThat(relay.status().sent()).isPositive();
        }
        assertThat(broker.distinctTexts()).isEqualTo(texts(1, 12));
    }

    @Test
    void aDroppedSlotLosesNothingThatTheTableHolds() throws Exception {
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            commit(1, 3);
            awaitEmpty();
            assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
        }
        commit(4, 6);
        dropSlot();
        commit(7, 9);
        try (LogTailingRelay relay = start()) {
            awaitEmpty();
            assertThat(relay.status().backlog()).isZero();
        }
        assertThat(broker.distinctTexts()).isEqualTo(texts(1, 9));
    }

    @Test
    void aMessageThatCanNeverBeSentHoldsBackItsKeyUntilItIsReleased() throws Exception {
        AtomicBoolean mended = new AtomicBoolean();
        broker.beforeCommit = batch -> {
            if (!mended.get()
                    && batch.stream().anyMatch(message -> Recorder.text(message).equals("a2"))) {
                throw new PoisonMessageException("too large", null);
            }
        };
        try (LogTailingRelay relay = start()) {
            awaitTailing();
            commit(1, 3);
            commit("b", "b1");
            Await.until("others flow", () -> broker.texts().contains("b1"));
            Await.until("it is barred", () -> relay.status().barred() == 1);
            assertThat(broker.texts()).containsExactly("a1", "b1");
            mended.set(true);
            try (Connection connection = database.getConnection()) {
                assertThat(JdbcOutbox.retryBarred(connection)).isEqualTo(1);
            }
            awaitEmpty();
            commit(4, 4);
            awaitEmpty();
        }
        assertThat(broker.distinctTexts()).containsExactly("a1", "b1", "a2", "a3", "a4");
    }

    /** Debezium's engine waited for ever when it was closed just before it polled. */
    @Test
    void endsWhenItIsClosedAsSoonAsItReads() throws Exception {
        for (int i = 1; i <= 8; i++) {
            try (LogTailingRelay relay = start()) {
                awaitTailing();
                assertThat(relay.close(Duration.ofSeconds(9))).isTrue();
            }
            commit(i, i);
        }
        try (LogTailingRelay relay = start()) {
            awaitEmpty();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(broker.texts()).isEqualTo(texts(1, 8));
    }

    @Test
    void aPollingRelayOfTheSameNameTakesTurnsWithIt() throws Exception {
        try (LogTailingRelay tailing = start()) {
            awaitTailing();
            commit(1, 3);
            awaitEmpty();
            try (PollingRelay polling = PollingRelay.start(database, broker::open, options)) {
                assertThat(tailing.close(Duration.ofSeconds(30))).isTrue();
                commit(4, 6);
                awaitEmpty();
                assertThat(polling.status().sent()).isEqualTo(3);
            }
        }
        try (LogTailingRelay tailing = start()) {
            commit(7, 9);
            awaitEmpty();
            assertThat(tailing.status().trouble()).isNull();
        }
        assertThat(broker.texts()).isEqualTo(texts(1, 9));
    }
}
