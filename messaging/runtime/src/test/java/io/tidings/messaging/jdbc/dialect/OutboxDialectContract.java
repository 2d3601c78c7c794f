package io.tidings.messaging.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Health;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.outbox.UnitOfWork;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the outbox and its polling relay promise whatever the database. */
abstract class OutboxDialectContract extends ConnectionContract {
    private static final RelayOptions EAGER = RelayOptions.named("test").withPollInterval(Duration.ofMillis(10));
    private static final RelayOptions ASLEEP =
            RelayOptions.named("test").withPollInterval(Duration.ofHours(1)).withLease(Duration.ofHours(4));

    final RecordingBroker broker = new RecordingBroker();

    PollingRelay start(RelayOptions options) {
        return PollingRelay.start(source(), broker::open, options);
    }

    private void awaitEmpty() {
        Await.until("the outbox is empty", () -> count("tidings_outbox") == 0);
    }

    @Test
    void changeAndMessageCommitTogetherOrNotAtAll() throws Exception {
        UnitOfWork unit = UnitOfWork.on(source(), outbox);
        unit.run((connection, sink) -> change(connection, "a"));
        assertThatThrownBy(() -> unit.run((connection, sink) -> {
                    change(connection, "a");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(count("tidings_outbox")).isEqualTo(1);
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().backlog()).isZero();
        }
        assertThat(broker.texts()).containsExactly("a:1");
    }

    @Test
    void anEarlyIdThatCommitsLateIsNeitherSkippedNorWaitedFor() throws Exception {
        try (Connection slow = begin();
                PollingRelay relay = start(EAGER)) {
            change(slow, "a");
            commit("b");
            Await.until("the quick one comes", () -> broker.texts().size() == 1);
            assertThat(broker.texts()).containsExactly("b:1");
            slow.commit();
            Await.until("the slow one comes", () -> broker.texts().size() == 2);
            awaitEmpty();
            assertThat(relay.status().role()).isEqualTo(RelayStatus.Role.LEADER);
        }
        assertThat(broker.texts()).containsExactly("b:1", "a:1");
    }

    @Test
    void writersWhoseCommitsInterleaveKeepTheOrderOfEachAccount() throws Exception {
        int writers = 4;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try (PollingRelay relay = start(EAGER.withBatchSize(7))) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                work.add(pool.submit(() -> write(random, each, relay)));
            }
            for (Future<?> writer : work) {
                writer.get();
            }
            awaitEmpty();
        } finally {
            pool.shutdownNow();
        }
        broker.firstOccurrences().forEach((account, told) -> {
            for (int i = 0; i < told.size(); i++) {
                assertThat(told.get(i)).isEqualTo(account + ":" + (i + 1));
            }
        });
        assertThat(broker.firstOccurrences().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo((int) total());
    }

    private Object write(Random random, int times, PollingRelay relay) throws Exception {
        for (int i = 0; i < times; i++) {
            try (Connection transaction = begin()) {
                change(transaction, String.valueOf("abc".charAt(random.nextInt(3))));
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
            for (int i = 1; i <= 3; i++) {
                commit("a");
                relay.wake();
                awaitEmpty();
            }
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2", "a:3");
    }

    @Test
    void aMessageThatCanNeverBeSentHoldsBackItsKeyOnly() throws Exception {
        AtomicBoolean refusing = new AtomicBoolean(true);
        broker.beforeCommit = batch -> {
            if (refusing.get()
                    && batch.stream().anyMatch(message -> Notes.text(message).equals("a:1"))) {
                throw new PoisonMessageException("too large", null);
            }
        };
        commit("a");
        commit("b");
        commit("a");
        try (PollingRelay relay = start(EAGER)) {
            Await.until("it is barred", () -> relay.status().barred() == 1);
            Await.until("the other key flows", () -> broker.texts().contains("b:1"));
            assertThat(broker.texts()).containsExactly("b:1");
            assertThat(relay.status().backlog()).isEqualTo(1);
            assertThat(relay.status().oldestAge()).isLessThan(Duration.ofMinutes(5));
            refusing.set(false);
            try (Connection connection = connect(name)) {
                assertThat(JdbcOutbox.retryBarred(connection)).isEqualTo(1);
            }
            awaitEmpty();
        }
        assertThat(broker.texts()).containsExactly("b:1", "a:1", "a:2");
    }

    @Test
    void aTopicThatDoesNotExistHoldsBackNobodyElse() throws Exception {
        broker.beforeCommit = batch -> {
            if (batch.stream().anyMatch(message -> message.address().equals("nowhere"))) {
                throw new MissingTopicException("nowhere");
            }
        };
        try (Connection transaction = begin()) {
            outbox.in(transaction).send(Notes.noteTo("nowhere", "a", "lost"));
            transaction.commit();
        }
        commit("b");
        try (PollingRelay relay = start(EAGER)) {
            Await.until("the other flows", () -> broker.texts().contains("b:1"));
            commit("c");
            Await.until("and goes on", () -> broker.texts().contains("c:1"));
            Await.until("the lost one waits", () -> relay.status().backlog() == 1);
        }
    }

    @Test
    void whatWasSentIsKeptAndThenPurged() throws Exception {
        commit("a");
        commit("b");
        try (PollingRelay relay = start(EAGER.keepingSent(Duration.ofHours(1)))) {
            Await.until("both are sent", () -> relay.status().sent() == 2);
            assertThat(count("tidings_outbox WHERE sent_at IS NOT NULL")).isEqualTo(2);
            assertThat(relay.status().backlog()).isZero();
        }
        try (PollingRelay relay = start(EAGER.keepingSent(Duration.ofMillis(50)))) {
            Await.until("they are purged", () -> {
                commit("c");
                return count("tidings_outbox WHERE sent_at IS NOT NULL")
                        < relay.status().sent();
            });
        }
        assertThat(broker.firstOccurrences().get("a")).containsExactly("a:1");
    }

    @Test
    void ofTwoRelaysOneLeadsAndTheOtherTakesOver() throws Exception {
        RelayOptions options = EAGER.withLease(Duration.ofMillis(600));
        try (PollingRelay one = start(options);
                PollingRelay two = start(options)) {
            Await.until("one leads", () -> leaders(one, two) == 1);
            commit("a");
            awaitEmpty();
            (one.status().role() == RelayStatus.Role.LEADER ? one : two).close();
            commit("a");
            awaitEmpty();
            assertThat(leaders(one, two)).isEqualTo(1);
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2");
    }

    private static long leaders(PollingRelay... relays) {
        return List.of(relays).stream()
                .filter(relay -> relay.status().role() == RelayStatus.Role.LEADER)
                .count();
    }

    /** Its batch is at the broker when another takes the lease: the broker fences it, and nothing is lost or out of order. */
    @Test
    void aZombieThatWakesUpInMidSendIsFenced() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        commit("a");
        broker.beforeCommit = batch -> {
            if (first.getAndSet(false)) {
                frozen.countDown();
                awaitQuietly(thaw);
            }
        };
        RelayOptions options = EAGER.withLease(Duration.ofMillis(300));
        try (PollingRelay zombie = start(options)) {
            frozen.await();
            try (PollingRelay heir = start(options)) {
                awaitEmpty();
                commit("a");
                awaitEmpty();
                assertThat(heir.status().sent()).isEqualTo(2);
                thaw.countDown();
                Await.until("the zombie is fenced", () -> broker.fenced.get() == 1);
            }
            assertThat(zombie.status().sent()).isZero();
        }
        assertThat(broker.texts()).containsExactly("a:1", "a:2");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new TransientMessagingException("interrupted", e);
        }
    }

    /** Many large ones are never in memory at once, and a small one behind them has its turn. */
    @Test
    void aBatchIsNotLargerThanItsBytesHoweverManyRowsWait() throws Exception {
        AtomicLong largest = new AtomicLong();
        broker.beforeCommit = batch -> largest.accumulateAndGet(
                batch.stream()
                        .mapToLong(message -> Notes.text(message).length())
                        .sum(),
                Math::max);
        String text = "x".repeat(6 << 20);
        for (int i = 0; i < 5; i++) {
            try (Connection transaction = begin()) {
                outbox.in(transaction).send(Notes.note("a", text));
                transaction.commit();
            }
        }
        commit("b");
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().barred()).isZero();
        }
        assertThat(largest.get()).isBetween(12L << 20, 16L << 20);
        assertThat(broker.texts()).hasSize(6).endsWith("b:1");
    }

    @Test
    void aMessageOfSomeMegabytesComesThroughWhole() throws Exception {
        String text = "ü".repeat(3 << 20);
        try (Connection transaction = begin()) {
            outbox.in(transaction).send(Notes.note("a", text));
            transaction.commit();
        }
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().barred()).isZero();
        }
        assertThat(broker.texts()).containsExactly(text);
    }

    /** Two names, two leases: each leads, and neither keeps the other from sending what it sends. */
    @Test
    void ofTwoNamesOnOneOutboxEachTellsOfTheOther() throws Exception {
        RelayOptions options = RelayOptions.named("one")
                .withPollInterval(Duration.ofMillis(10))
                .withLease(Duration.ofMillis(600));
        try (PollingRelay one = start(options)) {
            Await.until("it leads", () -> one.status().role() == RelayStatus.Role.LEADER);
            assertThat(one.health()).isEqualTo(Health.UP);
            RelayOptions other = RelayOptions.named("two").withPollInterval(Duration.ofMillis(10));
            try (PollingRelay two = start(other)) {
                Await.until(
                        "both tell",
                        () -> one.status().trouble() != null && two.status().trouble() != null);
                assertThat(one.status().trouble()).contains("'two', empties this outbox too");
                assertThat(two.health().toString()).contains("'one', empties this outbox too");
                assertThat(one.health()).isNotEqualTo(Health.UP);
            }
            Await.until("it is over", () -> one.health().equals(Health.UP));
        }
    }

    /** Written when the database's clock said another time. */
    @Test
    void aLeaseFromTheFutureIsNotWaitedFor() throws Exception {
        run("INSERT INTO tidings_relay_lease (name, shard, owner, epoch, expires_at)"
                + " VALUES ('test', 0, 'dead', 7, TIMESTAMP '2199-01-01 00:00:00')");
        commit("a");
        try (PollingRelay relay = start(EAGER)) {
            awaitEmpty();
            assertThat(relay.status().trouble()).isNull();
        }
        assertThat(broker.texts()).containsExactly("a:1");
    }

    @Test
    void tablesAreCheckedAndMissingOnesNamed() throws Exception {
        try (Connection connection = connect(name)) {
            JdbcOutbox.createTables(connection);
            JdbcOutbox.checkTables(connection);
        }
        run("DROP TABLE tidings_outbox");
        try (Connection connection = connect(name)) {
            assertThatThrownBy(() -> JdbcOutbox.checkTables(connection))
                    .isInstanceOf(LayoutMismatchException.class)
                    .hasMessageContaining("Table tidings_outbox is missing");
        }
        try (Connection transaction = begin()) {
            assertThatThrownBy(() -> outbox.in(transaction).send(Notes.note("a", "hello")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("createTables");
        }
        try (Connection connection = connect(name)) {
            JdbcOutbox.createTables(connection);
        }
        commit("a");
        assertThat(count("tidings_outbox")).isEqualTo(1);
    }

    /** Two that lock in opposite order: one gives way, and is done again. */
    @Test
    void aDeadlockIsRepeatedIfAsked() throws Exception {
        UnitOfWork unit = UnitOfWork.on(source(), outbox).retrying(3);
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = pool.submit(() -> both(unit, "a", "b", bothHoldOne));
            Future<?> two = pool.submit(() -> both(unit, "b", "a", bothHoldOne));
            one.get();
            two.get();
        } finally {
            pool.shutdownNow();
        }
        assertThat(total()).isEqualTo(4);
        assertThat(count("tidings_outbox")).isEqualTo(4);
    }

    private Object both(UnitOfWork unit, String first, String second, CountDownLatch bothHoldOne) throws Exception {
        unit.run((connection, sink) -> {
            change(connection, first);
            bothHoldOne.countDown();
            bothHoldOne.await();
            change(connection, second);
        });
        return unit;
    }
}
