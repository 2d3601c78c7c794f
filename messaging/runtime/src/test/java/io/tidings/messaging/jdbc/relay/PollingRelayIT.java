package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.OneConnection;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PollingRelayIT {
    private static final RelayOptions EAGER = RelayOptions.named("test").withPollInterval(Duration.ofMillis(10));
    /** Looks only when it is woken. */
    private static final RelayOptions ASLEEP =
            RelayOptions.named("test").withPollInterval(Duration.ofHours(1)).withLease(Duration.ofHours(4));

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();

    private PollingRelay start(RelayOptions options) {
        return PollingRelay.start(database.source(), broker::open, options);
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
    }

    @Test
    void sendsWhatWasStoredAsItWasStored() throws Exception {
        accounts.commit(database, "a");
        List<EncodedMessage> seen = new ArrayList<>();
        broker.beforeCommit = seen::addAll;
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            Await.until("it counts", () -> relay.status().sent() == 1);
        }
        assertThat(seen).singleElement().satisfies(message -> {
            assertThat(message.address()).isEqualTo("notes");
            assertThat(Notes.key(message)).isEqualTo("a");
            assertThat(Notes.text(message)).isEqualTo("a:1");
            assertThat(message.headers()).singleElement().satisfies(header -> {
                assertThat(header.name()).isEqualTo("ce_id");
                assertThat(header.value()).asString().isEqualTo(message.id());
            });
        });
    }

    /** The floor looks at who is at work, and then at what is there: with one snapshot for both, it would pass a late commit. */
    @Test
    void readsWhatIsCommittedWhateverTheDatabasesDefault() throws Exception {
        database.run("ALTER DATABASE " + database.name() + " SET default_transaction_isolation TO 'repeatable read'");
        database.run("CREATE TABLE seen (isolation text)");
        database.run("CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO seen VALUES (current_setting(''transaction_isolation'')); RETURN NULL; END'");
        database.run("CREATE TRIGGER noted AFTER DELETE ON tidings_outbox FOR EACH STATEMENT EXECUTE FUNCTION note()");
        accounts.commit(database, "a");
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(database.texts("SELECT DISTINCT isolation FROM seen")).containsExactly("read committed");
        assertThat(database.texts("SHOW transaction_isolation")).containsExactly("repeatable read");
    }

    @Test
    void anEarlyIdThatCommitsLateIsNeitherSkippedNorWaitedFor() throws Exception {
        try (Connection slow = database.begin();
                PollingRelay relay = start(EAGER)) {
            accounts.change(slow, "slow");
            accounts.commit(database, "quick");
            awaitEmpty();
            assertThat(broker.texts()).containsExactly("quick:1");
            slow.commit();
            Await.until("the late one comes", () -> broker.texts().size() == 2);
            Await.until("nothing waits", () -> relay.backlog() == 0);
        }
        assertThat(broker.texts()).containsExactly("quick:1", "slow:1");
    }

    @Test
    void eightWritersWhoseCommitsInterleaveKeepTheOrderOfEachAccount() throws Exception {
        int writers = 8;
        int each = 60;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try (PollingRelay relay = start(EAGER.withBatchSize(7))) {
            List<Future<?>> work = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(writer -> pool.submit(() -> write(new Random(writer), each, relay)))
                    .toList();
            for (Future<?> writer : work) {
                writer.get();
            }
            awaitEmpty();
        } finally {
            pool.shutdownNow();
        }
        Told.check(database, broker);
    }

    private Object write(Random random, int times, PollingRelay relay) throws Exception {
        for (int i = 0; i < times; i++) {
            try (Connection transaction = database.begin()) {
                accounts.change(transaction, "account-" + random.nextInt(3));
                if (random.nextInt(4) == 0) {
                    transaction.rollback();
                } else {
                    transaction.commit();
                    relay.wake();
                }
            }
        }
        return times;
    }

    @Test
    void wakingIsEnough() throws Exception {
        try (PollingRelay relay = start(ASLEEP)) {
            Await.until("it leads", () -> relay.status().role() == RelayStatus.Role.LEADER);
            for (int i = 1; i <= 20; i++) {
                accounts.commit(database, "a");
                relay.wake();
                awaitEmpty();
            }
        }
        assertThat(broker.texts()).hasSize(20);
    }

    @Test
    void anErrorEndsATermAndNotTheRelay() throws Exception {
        accounts.commit(database, "a");
        AtomicInteger attempts = new AtomicInteger();
        broker.beforeCommit = batch -> {
            if (attempts.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("a library that is not there");
            }
        };
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().role()).isNotEqualTo(RelayStatus.Role.STOPPED);
        }
        assertThat(broker.texts()).containsExactly("a:1");
    }

    @Test
    void aMessageThatCanNeverBeSentHoldsBackItsKeyOnly() throws Exception {
        for (int i = 0; i < 3; i++) {
            accounts.commit(database, "good");
            accounts.commit(database, "bad");
        }
        AtomicBoolean mended = new AtomicBoolean();
        broker.beforeCommit = batch -> {
            if (!mended.get()
                    && batch.stream().anyMatch(message -> Notes.text(message).equals("bad:2"))) {
                throw new PoisonMessageException("too large", null);
            }
        };
        try (PollingRelay relay = start(EAGER)) {
            Await.until("it is barred", () -> relay.status().barred() == 1);
            accounts.commit(database, "bad");
            accounts.commit(database, "good");
            Await.until("others flow", () -> broker.texts().contains("good:4"));
            assertThat(broker.texts()).containsExactlyInAnyOrder("good:1", "bad:1", "good:2", "good:3", "good:4");
            Await.until("two wait behind it", () -> relay.backlog() == 2);
            assertThat(database.texts("SELECT barred_reason FROM tidings_outbox WHERE barred_reason IS NOT NULL"))
                    .containsExactly("too large");

            mended.set(true);
            try (Connection connection = database.connect()) {
                assertThat(JdbcOutbox.retryBarred(connection)).isEqualTo(1);
            }
            awaitEmpty();
        }
        Told.check(database, broker);
    }

    @Test
    void aTopicThatDoesNotExistHoldsBackNobodyElse() throws Exception {
        JdbcOutbox outbox = new JdbcOutbox(new Notes());
        try (Connection transaction = database.begin()) {
            outbox.in(transaction).send(Notes.noteTo("nowhere", "a", "lost?"));
            outbox.in(transaction).send(Notes.note("a", "found"));
            transaction.commit();
        }
        AtomicBoolean created = new AtomicBoolean();
        broker.beforeCommit = batch -> {
            if (!created.get()
                    && batch.stream().anyMatch(message -> message.address().equals("nowhere"))) {
                throw new MissingTopicException("nowhere");
            }
        };
        try (PollingRelay relay = start(EAGER.withBatchSize(1))) {
            Await.until("the other comes", () -> broker.texts().equals(List.of("found")));
            assertThat(relay.status().trouble()).contains("nowhere");
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
            created.set(true);
            awaitEmpty();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(broker.texts()).containsExactly("found", "lost?");
    }

    @Test
    void cutConnectionsAreOpenedAnew() throws Exception {
        for (int i = 0; i < 10; i++) {
            accounts.commit(database, "a");
        }
        AtomicInteger points = new AtomicInteger();
        RecordingBroker.Fault cut = batch -> {
            if (points.incrementAndGet() <= 6) {
                database.cutConnections();
            }
        };
        broker.beforeCommit = cut;
        broker.afterCommit = cut;
        DataSource pooled = OneConnection.over(database.source());
        try (PollingRelay relay = PollingRelay.start(pooled, broker::open, EAGER.withBatchSize(2))) {
            awaitEmpty();
            Await.until("it leads again", () -> relay.status().role() == RelayStatus.Role.LEADER);
        }
        Told.check(database, broker);
        assertThat(broker.texts())
                .as("what was committed and not deleted is sent again")
                .hasSizeGreaterThan(10);
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        broker.beforeCommit = batch -> {
            if (away.get()) {
                throw new TransientMessagingException("no broker", null);
            }
        };
        accounts.commit(database, "a");
        try (PollingRelay relay = start(EAGER)) {
            Await.until("it says so", () -> "no broker".equals(relay.status().trouble()));
            assertThat(relay.backlog()).isEqualTo(1);
            assertThat(relay.status().oldestAge()).isPositive();
            away.set(false);
            awaitEmpty();
            Await.until("it works again", () -> relay.status().trouble() == null);
        }
    }

    @Test
    void missingTablesAreNamedUntilTheyAreThere() throws Exception {
        Database bare = Database.empty();
        try (PollingRelay relay = PollingRelay.start(bare.source(), broker::open, EAGER)) {
            Await.until("it says so", () -> !relay.health().ready());
            assertThat(relay.health().reasons())
                    .singleElement()
                    .asString()
                    .contains(
                            "Apply the SQL below",
                            "CREATE TABLE IF NOT EXISTS tidings_outbox (",
                            "CREATE TABLE IF NOT EXISTS tidings_relay_lease (");
            bare.run("CREATE TABLE account (id text PRIMARY KEY, version int NOT NULL DEFAULT 0)");
            try (Connection connection = bare.connect()) {
                JdbcOutbox.createTables(connection);
            }
            accounts.commit(bare, "a");
            Await.until("it is sent", () -> broker.texts().size() == 1);
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
    }

    @Test
    void closingLetsTheNextOneLeadAtOnce() throws Exception {
        PollingRelay first = start(ASLEEP);
        Await.until("the first leads", () -> first.status().role() == RelayStatus.Role.LEADER);
        assertThat(first.close(Duration.ofSeconds(30))).isTrue();
        assertThat(first.status().role()).isEqualTo(RelayStatus.Role.STOPPED);
        accounts.commit(database, "a");
        try (PollingRelay second = start(ASLEEP)) {
            awaitEmpty();
            assertThat(second.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
    }
}
