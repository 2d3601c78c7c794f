package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.majors.Majors;
import io.tidings.messaging.majors.MajorsWriter;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that are marked when they are sent, purged later, and sent again when somebody asks for it. */
class SentKeptIT {
    private static final String UNSENT = "tidings_outbox WHERE sent_at IS NULL";
    private static final RelayOptions KEEPING = RelayOptions.named("keeping")
            .withPollInterval(Duration.ofMillis(10))
            .withLease(Duration.ofMillis(300))
            .keepingSent(Duration.ofDays(1));

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();

    private PollingRelay start(RelayOptions options) {
        return PollingRelay.start(database.source(), broker::open, options);
    }

    private void commit(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            accounts.commit(database, "account-" + i % 3);
        }
    }

    private void awaitSent() {
        Await.until("all is sent", () -> database.count(UNSENT) == 0);
    }

    @Test
    void whatIsSentIsMarkedAndIsNoBacklog() throws Exception {
        commit(30);
        try (PollingRelay relay = start(KEEPING.withBatchSize(4))) {
            awaitSent();
            Await.until("it has counted", () -> relay.status().sent() == 30);
            assertThat(relay.status().backlog()).isZero();
            assertThat(relay.status().oldestAge()).isZero();
        }
        assertThat(database.count("tidings_outbox WHERE sent_at IS NOT NULL")).isEqualTo(30);
        assertThat(broker.texts()).as("each once").hasSize(30);
        Told.check(database, broker);
    }

    @Test
    void whatWasSentLongAgoIsPurgedAndNothingElse() throws Exception {
        commit(20);
        try (PollingRelay relay = start(KEEPING)) {
            awaitSent();
            assertThat(relay.status().sent()).isNotNegative();
        }
        database.run("UPDATE tidings_outbox SET sent_at = sent_at - interval '2 days' WHERE id % 2 = 0");
        commit(1);
        try (PollingRelay relay = start(KEEPING.withBatchSize(1))) {
            Await.until("the old are gone", () -> database.count("tidings_outbox") == 11);
            awaitSent();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(database.count("tidings_outbox WHERE sent_at < now() - interval '1 day'"))
                .isZero();
        Told.check(database, broker);
    }

    /** One id, two addresses: neither stands for the other. */
    @Test
    void bothMajorsOfAMessageAreSentAgain() throws Exception {
        try (Connection transaction = database.begin()) {
            AtomicSink sink = new JdbcOutbox(new Notes()).in(transaction);
            new MajorsWriter(sink, Majors.BOTH)
                    .send(
                            SendOptions.NONE,
                            options ->
                                    new OutgoingMessage<>(Notes.CHANNEL, "orders.v2", Notes.NOTE, "k", "new", options),
                            options ->
                                    new OutgoingMessage<>(Notes.CHANNEL, "orders.v1", Notes.NOTE, "k", "old", options));
            transaction.commit();
        }
        try (PollingRelay relay = start(KEEPING)) {
            awaitSent();
            assertThat(relay.status().trouble()).isNull();
        }
        List<String> ids = database.texts("SELECT DISTINCT message_id FROM tidings_outbox");
        assertThat(ids).hasSize(1);
        try (Connection connection = database.connect()) {
            Instant hourAgo = Instant.now().minusSeconds(3600);
            assertThat(JdbcOutbox.resend(connection, hourAgo, hourAgo.plusSeconds(7200)))
                    .isEqualTo(2);
            assertThat(JdbcOutbox.resend(connection, ids)).isEqualTo(2);
        }
        assertThat(database.texts("SELECT address FROM " + UNSENT))
                .containsExactlyInAnyOrder("orders.v1", "orders.v2", "orders.v1", "orders.v2");
    }

    @Test
    void anOperatorHasASpanOfTimeSentAgainOnce() throws Exception {
        commit(6);
        try (PollingRelay relay = start(KEEPING)) {
            awaitSent();
            commit(3);
            awaitSent();
            assertThat(broker.texts()).hasSize(9);
            try (Connection connection = database.connect()) {
                Instant hourAgo = Instant.now().minusSeconds(3600);
                assertThat(JdbcOutbox.resend(connection, hourAgo, hourAgo.plusSeconds(1)))
                        .isZero();
                assertThat(JdbcOutbox.resend(connection, hourAgo, hourAgo.plusSeconds(7200)))
                        .isEqualTo(9);
            }
            relay.wake();
            Await.until("again", () -> broker.texts().size() == 18);
            awaitSent();
            assertThat(broker.texts().subList(9, 18))
                    .as("in their old order")
                    .isEqualTo(broker.texts().subList(0, 9));
            try (Connection connection = database.connect()) {
                Instant hourAgo = Instant.now().minusSeconds(3600);
                assertThat(JdbcOutbox.resend(connection, hourAgo, hourAgo.plusSeconds(7200)))
                        .as("each message once, though there are two rows of each")
                        .isEqualTo(9);
            }
        }
    }

    @Test
    void anOperatorHasSomeMessagesSentAgainByTheirIds() throws Exception {
        commit(3);
        List<String> ids = database.texts("SELECT message_id FROM tidings_outbox ORDER BY id");
        try (Connection connection = database.connect()) {
            assertThat(JdbcOutbox.resend(connection, ids))
                    .as("what waits is not sent twice")
                    .isZero();
        }
        try (PollingRelay relay = start(KEEPING)) {
            awaitSent();
            try (Connection connection = database.connect()) {
                assertThat(JdbcOutbox.resend(connection, List.of(ids.get(2), ids.get(0), "nobody's")))
                        .isEqualTo(2);
            }
            relay.wake();
            Await.until("again", () -> broker.texts().size() == 5);
            assertThat(broker.texts().subList(3, 5)).containsExactly("account-0:1", "account-2:1");
        }
        assertThat(database.texts("SELECT message_id FROM tidings_outbox ORDER BY id DESC LIMIT 2"))
                .containsExactly(ids.get(2), ids.get(0));
    }

    @Test
    void aRowThatCannotBeReadIsBarredAndTheOthersFlow() throws Exception {
        commit(3);
        database.run("UPDATE tidings_outbox SET headers = '\\x07' WHERE id = 2");
        commit(3);
        try (PollingRelay relay = start(KEEPING)) {
            Await.until("it is barred", () -> relay.status().barred() == 1);
            Await.until("one waits behind it", () -> relay.status().backlog() == 1);
        }
        assertThat(database.texts("SELECT barred_reason FROM tidings_outbox WHERE id = 2"))
                .singleElement()
                .asString()
                .contains("Outbox headers of version 7");
        assertThat(broker.texts()).hasSize(4);
    }
}
