package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several shards: who serves them, who takes them over, and what happens when their number is changed. */
class RelayShardsIT {
    private static final RelayOptions FOUR = RelayOptions.named("shards")
            .withPollInterval(Duration.ofMillis(10))
            .withLease(Duration.ofMillis(600))
            .withMaxBackoff(Duration.ofMillis(100))
            .withBatchSize(3)
            .withShards(4);

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();

    private PollingRelay start(RelayOptions options) {
        return PollingRelay.start(database.source(), broker::open, options);
    }

    private void commit(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            accounts.commit(database, "account-" + i % 20);
        }
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
    }

    private static void awaitLeading(PollingRelay relay, int shards) {
        Await.until("it leads " + shards, () -> relay.status().leading() == shards);
    }

    @Test
    void oneAloneServesAllAndEachShardHasAProducerOfItsOwn() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        commit(60);
        try (PollingRelay relay = PollingRelay.start(
                database.source(),
                id -> {
                    ids.add(id);
                    return broker.open(id);
                },
                FOUR)) {
            awaitLeading(relay, 4);
            awaitEmpty();
            Await.until("it has counted", () -> relay.status().sent() == 60);
            assertThat(relay.status().shards()).isEqualTo(4);
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "tidings-relay-shards",
                        "tidings-relay-shards-1",
                        "tidings-relay-shards-2",
                        "tidings-relay-shards-3");
        assertThat(broker.texts()).as("no duplicates while nothing goes wrong").hasSize(60);
        Told.check(database, broker);
    }

    @Test
    void whoJoinsGetsAFairPartAndGivesItBackWhenItLeaves() throws Exception {
        try (PollingRelay one = start(FOUR)) {
            awaitLeading(one, 4);
            try (PollingRelay two = start(FOUR)) {
                awaitLeading(two, 2);
                awaitLeading(one, 2);
                commit(60);
                awaitEmpty();
                try (PollingRelay three = start(FOUR)) {
                    awaitLeading(three, 1);
                    commit(60);
                    awaitEmpty();
                    Stream.of(one, two)
                            .forEach(each -> assertThat(each.status().leading()).isBetween(1, 2));
                }
            }
            awaitLeading(one, 4);
            commit(20);
            awaitEmpty();
        }
        Told.check(database, broker);
    }

    @Test
    void theShardsOfOneThatHangsAreTakenOverAndItIsFencedWhenItWakes() throws Exception {
        CountDownLatch hanging = new CountDownLatch(4);
        CountDownLatch resumed = new CountDownLatch(1);
        commit(40);
        AtomicBoolean first = new AtomicBoolean(true);
        // What hangs is all of it, as under SIGSTOP: its connections too, so that it is no member any more.
        try (PollingRelay zombie = PollingRelay.start(
                Frozen.over(database.source(), hanging, resumed),
                id -> broker.open(id, batch -> {
                    if (first.get()) {
                        Frozen.here(hanging, resumed);
                    }
                }),
                FOUR)) {
            assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay successor = start(FOUR)) {
                awaitEmpty();
                awaitLeading(successor, 4);
                commit(20);
                awaitEmpty();
                first.set(false);
                resumed.countDown();
                Await.until("the zombie is fenced", () -> broker.fenced.get() >= 4);
                commit(20);
                awaitEmpty();
                Await.until(
                        "they share",
                        () -> zombie.status().leading() == 2
                                && successor.status().leading() == 2);
            }
        }
        Told.check(database, broker);
    }

    @Test
    void oneThatCannotReachTheBrokerKeepsNoShareFromTheOthers() throws Exception {
        try (PollingRelay lame = PollingRelay.start(
                        database.source(),
                        id -> {
                            throw new TransientMessagingException("no broker from here", null);
                        },
                        FOUR);
                PollingRelay sound = start(FOUR)) {
            awaitLeading(sound, 4);
            commit(40);
            awaitEmpty();
            assertThat(lame.status().sent()).isZero();
        }
        Told.check(database, broker);
    }

    @Test
    void anotherNumberOfShardsWaitsForTheOldOnesToEnd() throws Exception {
        try (PollingRelay two = start(FOUR.withShards(2))) {
            awaitLeading(two, 2);
            commit(40);
            try (PollingRelay four = start(FOUR)) {
                Await.until("it waits", () -> four.status().trouble() != null);
                assertThat(four.status().trouble()).contains("lead with 2 shards; this one, with 4 shards");
                awaitEmpty();
                assertThat(four.status().leading()).isZero();
                assertThat(two.status().trouble()).isNull();
                assertThat(two.close(Duration.ofSeconds(30))).isTrue();
                awaitLeading(four, 4);
                assertThat(four.status().trouble()).isNull();
                commit(40);
                awaitEmpty();
            }
            try (PollingRelay one = start(FOUR.withShards(1))) {
                awaitLeading(one, 1);
                commit(20);
                awaitEmpty();
            }
        }
        Told.check(database, broker);
    }

    /** Who knows of no shards leads all of them, and writes down no number. */
    @Test
    void aRelayOfTheVersionBeforeIsWaitedForAndFenced() throws Exception {
        Database upgraded = Database.empty();
        try (InputStream in = RelayShardsIT.class.getResourceAsStream("/tables/outbox-layout-1.sql")) {
            upgraded.run(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
        upgraded.run("CREATE TABLE account (id text PRIMARY KEY, version int NOT NULL DEFAULT 0)");
        upgraded.run("INSERT INTO tidings_relay_lease VALUES ('shards', 'of the version before', 7,"
                + " now() + interval '10 seconds')");
        try (Connection connection = upgraded.connect()) {
            JdbcOutbox.createTables(connection);
        }
        for (int i = 0; i < 20; i++) {
            accounts.commit(upgraded, "account-" + i);
        }
        TransactionalSink old = broker.open("tidings-relay-shards");
        try (PollingRelay four =
                PollingRelay.start(upgraded.source(), broker::open, FOUR.withLease(Duration.ofSeconds(4)))) {
            Await.until("it waits", () -> four.status().trouble() != null);
            assertThat(four.status().trouble()).contains("lead with 1 shard; this one, with 4 shards");
            assertThat(broker.texts()).isEmpty();
            assertThat(broker.opened.get())
                    .as("the old one is not fenced while it leads")
                    .isEqualTo(1);
            upgraded.run("UPDATE tidings_relay_lease SET expires_at = now()");
            awaitLeading(four, 4);
            Await.until("the outbox is empty", () -> upgraded.count("tidings_outbox") == 0);
            assertThat(broker.opened.get())
                    .as("the old one's id once more than those of the shards")
                    .isEqualTo(6);
        } finally {
            old.close();
        }
        Told.check(upgraded, broker);
    }

    @Test
    void withoutTheRowThatBearsItTheLeasesTellTheNumberOfShards() throws Exception {
        try (PollingRelay two = start(FOUR.withShards(2))) {
            awaitLeading(two, 2);
            database.run("DELETE FROM tidings_relay_layout");
            try (PollingRelay four = start(FOUR)) {
                Await.until("it waits", () -> four.status().trouble() != null);
                assertThat(four.status().trouble()).contains("lead with 2 shards; this one, with 4 shards");
                commit(20);
                awaitEmpty();
                assertThat(two.close(Duration.ofSeconds(30))).isTrue();
                awaitLeading(four, 4);
                commit(20);
                awaitEmpty();
            }
        }
        Told.check(database, broker);
    }

    /** The database's clock was set back: all that was written before seems to last for an hour. */
    @Test
    void nothingIsWaitedForThatSeemsToLastLongerThanItCan() throws Exception {
        database.run("INSERT INTO tidings_relay_lease (name, shard, owner, epoch, expires_at)"
                + " SELECT 'shards', g, 'dead', 7, now() + interval '1 hour' FROM generate_series(0, 1) g");
        database.run("INSERT INTO tidings_relay_member VALUES ('shards', 'dead', now() + interval '1 hour')");
        database.run("INSERT INTO tidings_relay_layout VALUES ('shards', 4, 2, 'dead', now() + interval '1 hour')");
        commit(20);
        try (PollingRelay four = start(FOUR)) {
            awaitLeading(four, 4);
            awaitEmpty();
        }
        Told.check(database, broker);
    }

    /** Its lease is over, so that the others begin; but it has read rows, and is about to send them. */
    @Test
    void aZombieOfAnotherNumberOfShardsIsFencedBeforeAnybodyLeads() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        commit(30);
        RelayOptions three = FOUR.withShards(3);
        try (PollingRelay zombie = PollingRelay.start(
                Frozen.over(database.source(), paused, resumed),
                id -> broker.open(id, batch -> {
                    // The last shard: its transactional id is none of those of the new number.
                    if (id.endsWith("-2") && !once.getAndSet(true)) {
                        Frozen.here(paused, resumed);
                    }
                }),
                three)) {
            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay two = start(FOUR.withShards(2))) {
                awaitLeading(two, 2);
                awaitEmpty();
                commit(20);
                awaitEmpty();
                int before = broker.texts().size();
                resumed.countDown();
                Await.until("the zombie is fenced", () -> broker.fenced.get() > 0);
                Await.until("it waits", () -> zombie.status().trouble() != null);
                assertThat(broker.texts())
                        .as("nothing of the zombie arrived after others led")
                        .hasSize(before);
            }
        }
        Told.check(database, broker);
    }

    @Test
    void aHotSlotStarvesNobodyAndAnEmptyOneCostsNothing() throws Exception {
        for (int i = 0; i < 200; i++) {
            accounts.commit(database, "hot");
        }
        commit(20);
        List<String> order;
        try (PollingRelay relay = start(FOUR.withBatchSize(16))) {
            awaitLeading(relay, 4);
            awaitEmpty();
            order = broker.texts();
        }
        assertThat(order.indexOf("account-19:1"))
                .as("written after 200 of another key, sent before most of them")
                .isLessThan(order.indexOf("hot:150"));
        Told.check(database, broker);
    }
}
