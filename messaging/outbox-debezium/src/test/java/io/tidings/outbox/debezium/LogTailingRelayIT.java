package io.tidings.outbox.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTailingRelayIT {
    private final TailedDatabase database;
    private final RelayOptions options;
    private final Recorder broker = new Recorder();

    LogTailingRelayIT() throws SQLException {
        this.database = TailedDatabase.createOn(PostgresServer.shared());
        this.options = RelayOptions.named(database.name())
                .withPollInterval(Duration.ofMillis(10))
                .withLease(Duration.ofSeconds(2));
    }

    @AfterEach
    void dropSlot() {
        database.dropSlot();
    }

    private LogTailingRelay start() {
        return start(options);
    }

    private LogTailingRelay start(RelayOptions options) {
        return LogTailingRelay.start(database.source(), database.log(), broker::open, options);
    }

    @Test
    void sendsInTheOrderOfCommitsAndNothingOfARollback() throws Exception {
        database.commit("early", "before the first start");
        // So long that it does not look at the table again: all comes from the log.
        try (LogTailingRelay relay = start(options.withLease(Duration.ofHours(1)));
                Connection slow = database.begin()) {
            database.awaitTailing();
            TailedDatabase.insert(slow, "slow", "committed last");
            try (Connection undone = database.begin()) {
                TailedDatabase.insert(undone, "a", "never");
                undone.rollback();
            }
            database.commit(1, 20);
            Await.until("they come", () -> broker.texts().size() == 21);
            slow.commit();
            Await.until("the last comes", () -> broker.texts().size() == 22);
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
        assertThat(database.count("tidings_outbox")).isZero();
        assertThat(broker.texts()).startsWith("before the first start", "a1").endsWith("a20", "committed last");
        assertThat(broker.texts()).hasSize(22).containsSubsequence(TailedDatabase.texts(1, 20));
    }

    @Test
    void bytesAndHeadersArriveAsTheyWereStored() throws Exception {
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            database.commit("a", "größe \u0001");
            database.run(
                    "INSERT INTO tidings_outbox (message_id, address, headers, slot) VALUES ('t', 'notes', '\\x0100000000', 7)");
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
            database.awaitTailing();
            database.commit(1, 5);
            database.awaitEmpty();
            assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
        }
        database.commit(6, 10);
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            database.commit(11, 15);
            database.awaitEmpty();
            assertThat(relay.status().backlog()).isZero();
        }
        assertThat(broker.texts()).isEqualTo(TailedDatabase.texts(1, 15));
    }

    @Test
    void afterTroubleNothingIsMissingAndNothingIsOutOfOrder() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        broker.beforeCommit = batch -> {
            if (batches.incrementAndGet() % 3 == 1) {
                throw new TransientMessagingException("no broker", null);
            }
            if (batches.get() == 2) {
                database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()");
            }
        };
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            for (int i = 1; i <= 12; i++) {
                database.commit(i, i);
                int expected = i;
                Await.until("it comes", () -> broker.distinctTexts().size() == expected);
            }
            database.awaitEmpty();
            assertThat(relay.status().sent()).isPositive();
        }
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 12));
    }

    @Test
    void aDroppedSlotLosesNothingThatTheTableHolds() throws Exception {
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            database.commit(1, 3);
            database.awaitEmpty();
            assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
        }
        database.commit(4, 6);
        database.dropSlot();
        database.commit(7, 9);
        try (LogTailingRelay relay = start()) {
            database.awaitEmpty();
            assertThat(relay.status().backlog()).isZero();
        }
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 9));
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
            database.awaitTailing();
            database.commit(1, 3);
            database.commit("b", "b1");
            Await.until("others flow", () -> broker.texts().contains("b1"));
            Await.until("it is barred", () -> relay.status().barred() == 1);
            assertThat(broker.texts()).containsExactly("a1", "b1");
            mended.set(true);
            try (Connection connection = database.source().getConnection()) {
                assertThat(JdbcOutbox.retryBarred(connection)).isEqualTo(1);
            }
            database.awaitEmpty();
            database.commit(4, 4);
            database.awaitEmpty();
        }
        assertThat(broker.distinctTexts()).containsExactly("a1", "b1", "a2", "a3", "a4");
    }

    /** Debezium's engine waited for ever when it was closed just before it polled. */
    @Test
    void endsWhenItIsClosedAsSoonAsItReads() throws Exception {
        for (int i = 1; i <= 8; i++) {
            try (LogTailingRelay relay = start()) {
                database.awaitTailing();
                assertThat(relay.close(Duration.ofSeconds(9))).isTrue();
            }
            database.commit(i, i);
        }
        try (LogTailingRelay relay = start()) {
            database.awaitEmpty();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(broker.texts()).isEqualTo(TailedDatabase.texts(1, 8));
    }

    @Test
    void aPollingRelayOfTheSameNameTakesTurnsWithIt() throws Exception {
        try (LogTailingRelay tailing = start()) {
            database.awaitTailing();
            database.commit(1, 3);
            database.awaitEmpty();
            try (PollingRelay polling = PollingRelay.start(database.source(), broker::open, options)) {
                assertThat(tailing.close(Duration.ofSeconds(30))).isTrue();
                database.commit(4, 6);
                database.awaitEmpty();
                assertThat(polling.status().sent()).isEqualTo(3);
            }
        }
        try (LogTailingRelay tailing = start()) {
            database.commit(7, 9);
            database.awaitEmpty();
            assertThat(tailing.status().trouble()).isNull();
        }
        assertThat(broker.texts()).isEqualTo(TailedDatabase.texts(1, 9));
    }
}
