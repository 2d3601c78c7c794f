package io.tidings.outbox.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.PostgresOptions;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.Health;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.RelayEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.replication.PGReplicationStream;

/** What becomes of the slot: dropped, invalidated, held by a process that stands still, or keeping back too much. */
class OutboxSlotIT {
    private static PostgresServer server;

    private final TailedDatabase database;
    private final RelayOptions options;
    private final Recorder broker = new Recorder();
    private final List<RelayEvent.SlotLost> lost = new CopyOnWriteArrayList<>();
    private final MessagingListener listener = new MessagingListener() {
        @Override
        public void slotLost(RelayEvent.SlotLost event) {
            lost.add(event);
        }
    };

    OutboxSlotIT() throws SQLException {
        this.database = TailedDatabase.createOn(server);
        this.options = RelayOptions.named(database.name()).withLease(Duration.ofSeconds(1));
    }

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start(PostgresOptions.defaults()
                .withSetting("max_slot_wal_keep_size", "64MB")
                .withSetting("min_wal_size", "32MB")
                .withSetting("max_wal_size", "64MB"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void dropSlot() {
        database.dropSlot();
    }

    private LogTailingRelay start() {
        return LogTailingRelay.start(database.source(), database.log(), broker::open, options, listener);
    }

    private SlotStatus slot() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            return LogTailingRelay.slot(connection, options.name());
        }
    }

    private String readerOf(String slot) throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT active_pid::text FROM pg_replication_slots WHERE slot_name = ?")) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private void sendAndStop(int from, int to) throws SQLException {
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            assertThat(relay.slot().state()).isEqualTo(SlotStatus.State.READ);
            database.commit(from, to);
            database.awaitEmpty();
            assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void isMissingThenReadThenKept() throws Exception {
        assertThat(slot().state()).isEqualTo(SlotStatus.State.MISSING);
        sendAndStop(1, 3);
        SlotStatus kept = slot();
        assertThat(kept.state()).isEqualTo(SlotStatus.State.KEPT);
        assertThat(kept.safeBytes()).isPositive();
        assertThat(kept.losses()).isZero();
        assertThat(lost).isEmpty();
    }

    @Test
    void aDroppedSlotIsToldOfAndWhatWasUnsentIsSentFromTheTable() throws Exception {
        sendAndStop(1, 3);
        database.commit(4, 6);
        database.dropSlot();
        database.commit(7, 9);
        try (LogTailingRelay relay = start()) {
            database.awaitEmpty();
            Await.until("it is told", () -> lost.size() == 1);
            assertThat(relay.slot().losses()).isEqualTo(1);
        }
        assertThat(lost.get(0).reason()).contains("dropped");
        assertThat(slot().lastLoss())
                .extracting(SlotStatus.Loss::reason)
                .isEqualTo(lost.get(0).reason());
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 9));
    }

    /** PostgreSQL makes none before all have ended that have written by then; the others' messages do not wait for that. */
    @Test
    void sendsWhileTheSlotIsBeingMade() throws Exception {
        sendAndStop(1, 3);
        database.dropSlot();
        try (Connection open = database.begin()) {
            TailedDatabase.insert(open, "b", "b1");
            try (LogTailingRelay relay = start()) {
                Await.until("it is being made", () -> slot().state() == SlotStatus.State.READ);
                database.commit(4, 6);
                database.awaitEmpty();
                assertThat(relay.close(Duration.ofSeconds(30))).isTrue();
            }
            try (LogTailingRelay relay = start()) {
                database.commit(7, 9);
                database.awaitEmpty();
                Await.until("it is being made", () -> slot().state() == SlotStatus.State.READ);
                open.commit();
                database.awaitTailing();
                database.commit(10, 12);
                database.awaitEmpty();
                Await.until("it reads the log", () -> relay.health().equals(Health.UP));
            }
        }
        assertThat(lost).isNotEmpty();
        assertThat(broker.distinctTexts().stream()
                        .filter(text -> !text.equals("b1"))
                        .toList())
                .isEqualTo(TailedDatabase.texts(1, 12));
        assertThat(broker.texts()).contains("b1");
    }

    @Test
    void aLogThatWasDiscardedWhileNobodyReadIsToldOfToo() throws Exception {
        sendAndStop(1, 3);
        database.commit(4, 6);
        Await.until("the log is discarded", () -> {
            database.fillLog(4);
            return slot().state() == SlotStatus.State.LOST;
        });
        database.commit(7, 9);
        try (LogTailingRelay relay = start()) {
            database.awaitEmpty();
            database.awaitTailing();
            database.commit(10, 12);
            database.awaitEmpty();
            assertThat(relay.health()).isEqualTo(Health.UP);
        }
        assertThat(lost)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("wal_removed"));
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 12));
    }

    /** What was logged without a publication cannot be read with one that was made later: PostgreSQL would say so for ever. */
    @Test
    void aPublicationThatWasDroppedIsMadeAnewAndTheSlotWithIt() throws Exception {
        sendAndStop(1, 3);
        database.run("DROP PUBLICATION " + Publication.NAME);
        database.commit(4, 6);
        try (LogTailingRelay relay = start()) {
            database.awaitEmpty();
            Await.until("it is told", () -> lost.size() == 1);
            Await.until("it works again", () -> relay.health().equals(Health.UP));
            database.awaitTailing();
            database.commit(7, 9);
            database.awaitEmpty();
        }
        assertThat(lost)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("publication"));
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 9));
    }

    @Test
    void aLogThatIsDiscardedUnderARelayThatCannotSendLosesNothing() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        broker.beforeCommit = batch -> {
            if (away.get()) {
                throw new TransientMessagingException("no broker", null);
            }
        };
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            database.commit(1, 3);
            database.awaitEmpty();
            away.set(true);
            database.commit(4, 6);
            Await.until("the log is discarded", () -> {
                database.fillLog(4);
                SlotStatus.State state = relay.slot().state();
                return state == SlotStatus.State.LOST || relay.slot().losses() > 0;
            });
            database.commit(7, 9);
            away.set(false);
            database.awaitEmpty();
        }
        assertThat(broker.distinctTexts()).isEqualTo(TailedDatabase.texts(1, 9));
    }

    /** Others write, the outbox is idle: what the slot keeps back would grow until the disk is full. */
    @Test
    void movesOnWhileOnlyOthersWrite() throws Exception {
        TailedDatabase busy = TailedDatabase.createOn(server);
        ReplicationAddress log = database.log().with("status.update.interval.ms", "200");
        try (LogTailingRelay relay = LogTailingRelay.start(database.source(), log, broker::open, options, listener)) {
            database.awaitTailing();
            for (int i = 0; i < 5; i++) {
                busy.fillLog(1);
                Await.until(
                        "less than a segment is kept back", () -> relay.slot().retainedBytes() < 16 << 20);
            }
            assertThat(relay.slot().state()).isEqualTo(SlotStatus.State.READ);
        }
        assertThat(lost).isEmpty();
    }

    /** PostgreSQL would let a process that stands still keep the slot until {@code wal_sender_timeout}. */
    @Test
    void whoLeadsCutsOffWhoStillReads() throws Exception {
        sendAndStop(1, 3);
        Properties replication = new Properties();
        replication.setProperty("replication", "database");
        replication.setProperty("preferQueryMode", "simple");
        replication.setProperty("assumeMinServerVersion", "9.4");
        try (Connection zombie = DriverManager.getConnection(server.jdbcUrl(database.name()), replication)) {
            PGReplicationStream reading = zombie.unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .replicationStream()
                    .logical()
                    .withSlotName(slot().name())
                    .withSlotOption("proto_version", 1)
                    .withSlotOption("publication_names", Publication.NAME)
                    .start();
            assertThat(slot().state()).isEqualTo(SlotStatus.State.READ);
            String reader = readerOf(slot().name());
            try (LogTailingRelay relay = start()) {
                database.commit(4, 6);
                database.awaitEmpty();
                Await.until("it reads the log", () -> relay.health().equals(Health.UP));
                database.awaitTailing();
                assertThat(readerOf(slot().name())).isNotEqualTo(reader);
            }
            assertThat(reading.isClosed()).as("it does not know yet").isFalse();
        }
        assertThat(broker.texts()).isEqualTo(TailedDatabase.texts(1, 6));
    }

    @Test
    void movesOnWhileTheOutboxIsBusy() throws Exception {
        try (LogTailingRelay relay = start()) {
            database.awaitTailing();
            for (int i = 1; i <= 3; i++) {
                database.fillLog(1);
                Await.until("less than a segment is kept back", () -> {
                    database.commit("c", "c");
                    database.run("CHECKPOINT");
                    return relay.slot().retainedBytes() < 16 << 20;
                });
            }
            database.awaitEmpty();
        }
    }

    @Test
    void anAlarmIsRaisedAndEndsWithItsReason() throws Exception {
        try (LogTailingRelay relay =
                LogTailingRelay.start(database.source(), database.log(), broker::open, options, 8 << 20, listener)) {
            database.awaitTailing();
            try (Connection open = database.begin()) {
                TailedDatabase.insert(open, "b", "b1");
                database.fillLog(2);
                Await.until("an alarm", () -> !relay.health().ready());
                assertThat(relay.health().reasons()).singleElement().asString().contains("keeps back", "8 MiB");
                assertThat(relay.retainedBytes()).isGreaterThan(8 << 20);
                open.commit();
            }
            Await.until("no alarm", () -> {
                database.commit("c", "c");
                database.run("CHECKPOINT");
                return relay.health().ready();
            });
        }
    }

    /** Names that differ in what a slot's name cannot have. */
    @Test
    void aSlotOfAnotherRelayIsNotTaken() throws Exception {
        RelayOptions first = RelayOptions.named(database.name() + "-a").withLease(Duration.ofSeconds(1));
        RelayOptions second = RelayOptions.named(database.name() + ".A").withLease(Duration.ofSeconds(1));
        String slot = OutboxSlot.nameFor(first.name());
        assertThat(OutboxSlot.nameFor(second.name())).isEqualTo(slot);
        try (LogTailingRelay one =
                LogTailingRelay.start(database.source(), database.log(), broker::open, first, listener)) {
            database.awaitTailing();
            String reader = readerOf(slot);
            assertThat(reader).isNotNull();
            assertThat(one.slot().name()).isEqualTo(slot);
            try (LogTailingRelay other =
                    LogTailingRelay.start(database.source(), database.log(), broker::open, second, listener)) {
                Await.until("it says so", () -> !other.health().ready());
                assertThat(other.health().reasons())
                        .singleElement()
                        .asString()
                        .contains(
                                "that of relay '" + first.name() + "'",
                                "another name",
                                "pg_drop_replication_slot('" + slot + "')");
                assertThatThrownBy(other::slot).isInstanceOf(SlotTakenException.class);
            }
            assertThat(readerOf(slot)).as("nobody was cut off").isEqualTo(reader);
            assertThat(lost).isEmpty();
        }
        database.dropSlot();
        database.run("DELETE FROM tidings_relay_slot WHERE name = '" + slot + "'");
        try (LogTailingRelay other =
                LogTailingRelay.start(database.source(), database.log(), broker::open, second, listener)) {
            database.awaitTailing();
            assertThat(other.slot().name()).isEqualTo(slot);
        }
        assertThat(lost).isEmpty();
    }

    /** Made by a version that did not write down whose slot it is. */
    @Test
    void aBookWithoutNamesIsUpgraded() throws Exception {
        database.run("CREATE TABLE tidings_relay_slot (name text PRIMARY KEY, losses int NOT NULL DEFAULT 0,"
                + " lost_at timestamptz, lost_because text)");
        database.run("INSERT INTO tidings_relay_slot (name) VALUES ('" + OutboxSlot.nameFor(options.name()) + "')");
        sendAndStop(1, 3);
        assertThat(slot().losses()).as("it was known, and it was gone").isEqualTo(1);
    }

    @Test
    void aSlotOfAnotherDatabaseIsNotTaken() throws Exception {
        TailedDatabase other = TailedDatabase.createOn(server);
        other.run(
                "SELECT pg_create_logical_replication_slot('" + OutboxSlot.nameFor(options.name()) + "', 'pgoutput')");
        try (LogTailingRelay relay = start()) {
            Await.until("it says so", () -> !relay.health().ready());
            assertThat(relay.health().reasons())
                    .singleElement()
                    .asString()
                    .contains(other.name(), "names of relays must be unique");
            other.dropSlot();
            database.commit(1, 1);
            database.awaitEmpty();
        }
    }
}
