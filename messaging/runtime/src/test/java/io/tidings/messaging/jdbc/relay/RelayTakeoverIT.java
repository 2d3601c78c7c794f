package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Health;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Two relays, and one that is paused where it hurts, as SIGSTOP or a long collection of garbage would do. */
class RelayTakeoverIT {
    private static final RelayOptions SHORT_LEASE = RelayOptions.named("test")
            .withPollInterval(Duration.ofMillis(10))
            .withLease(Duration.ofMillis(300))
            .withBatchSize(3);

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch resumed = new CountDownLatch(1);
    private final AtomicBoolean pausedOnce = new AtomicBoolean();

    private void pauseOnce() {
        if (!pausedOnce.getAndSet(true)) {
            paused.countDown();
            try {
                assertThat(resumed.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private PollingRelay other() {
        return PollingRelay.start(database.source(), broker::open, SHORT_LEASE);
    }

    private void commit(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            accounts.commit(database, "account-" + i % 4);
        }
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
    }

    @Test
    void onlyOneOfTwoLeads() throws Exception {
        RelayOptions calm = SHORT_LEASE.withLease(Duration.ofSeconds(30));
        try (PollingRelay one = PollingRelay.start(database.source(), broker::open, calm);
                PollingRelay two = PollingRelay.start(database.source(), broker::open, calm)) {
            commit(20);
            awaitEmpty();
            Await.until(
                    "one leads",
                    () -> one.status().role() == RelayStatus.Role.LEADER
                            || two.status().role() == RelayStatus.Role.LEADER);
            assertThat(broker.texts())
                    .as("no duplicates while nothing goes wrong")
                    .hasSize(20);
        }
        Told.check(database, broker);
    }

    /** The database's clock was set back, or a standby with another one was promoted. */
    @Test
    void aLeaseFromTheFutureIsNotWaitedFor() throws Exception {
        commit(4);
        lease("1 hour");
        try (PollingRelay relay = other()) {
            awaitEmpty();
            assertThat(relay.health()).isEqualTo(Health.UP);
        }
        assertThat(database.texts("SELECT epoch FROM tidings_relay_lease")).containsExactly("8");
        Told.check(database, broker);
    }

    @Test
    void aLeaseThatIsLongerThanOnesOwnIsWaitedForAndToldOf() {
        lease("25 seconds");
        try (PollingRelay relay =
                PollingRelay.start(database.source(), broker::open, SHORT_LEASE.withLease(Duration.ofSeconds(10)))) {
            Await.until("it says so", () -> relay.status().trouble() != null);
            assertThat(relay.status().trouble()).startsWith("It waits for a lease until ");
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.STANDBY);
        }
    }

    private void lease(String duration) {
        database.run("INSERT INTO tidings_relay_lease (name, shard, owner, epoch, expires_at)"
                + " VALUES ('test', 0, 'dead', 7, now() + interval '" + duration + "')");
    }

    @Test
    void aLeaderPausedBeforeItSendsIsFencedWhenItWakes() throws Exception {
        commit(20);
        try (PollingRelay zombie =
                PollingRelay.start(database.source(), id -> broker.open(id, batch -> pauseOnce()), SHORT_LEASE)) {
            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay successor = other()) {
                awaitEmpty();
                commit(8);
                resumed.countDown();
                Await.until("the zombie is fenced", () -> broker.fenced.get() > 0);
                awaitEmpty();
                assertThat(successor.status().sent()).isPositive();
                assertThat(zombie.status().role()).isNotEqualTo(RelayStatus.Role.STOPPED);
            }
        }
        Told.check(database, broker);
    }

    @Test
    void aLeaderPausedAfterTheBrokersCommitRepeatsButLosesNothing() throws Exception {
        commit(20);
        try (PollingRelay zombie = PollingRelay.start(database.source(), broker::open, SHORT_LEASE)) {
            broker.afterCommit = batch -> pauseOnce();
            commit(20);
            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay successor = other()) {
                awaitEmpty();
                resumed.countDown();
                commit(8);
                awaitEmpty();
                assertThat(successor.status().trouble()).isNull();
            }
            assertThat(zombie.status().sent()).isNotNegative();
        }
        Told.check(database, broker);
    }

    @Test
    void aLeaderPausedBeforeItOpensItsSinkFindsTheLeaseTaken() throws Exception {
        commit(10);
        AtomicBoolean first = new AtomicBoolean(true);
        try (PollingRelay zombie = PollingRelay.start(
                database.source(),
                id -> {
                    if (first.getAndSet(false)) {
                        pauseOnce();
                    }
                    return broker.open(id);
                },
                SHORT_LEASE)) {
            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay successor = other()) {
                awaitEmpty();
                int opened = broker.opened.get();
                resumed.countDown();
                Await.until("the zombie has opened its sink", () -> broker.opened.get() > opened);
                // That fenced the healthy leader, which takes its lease anew and goes on.
                commit(10);
                awaitEmpty();
                assertThat(successor.status().sent() + zombie.status().sent()).isGreaterThanOrEqualTo(20);
            }
        }
        Told.check(database, broker);
    }
}
