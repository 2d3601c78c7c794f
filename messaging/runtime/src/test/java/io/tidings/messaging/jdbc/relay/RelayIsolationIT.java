package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases whose transactions are stricter by default than what relays are built on. */
class RelayIsolationIT {
    private final Database database = Database.create();
    private final Accounts accounts = new Accounts();
    private final AtomicLong clock = new AtomicLong();

    private void byDefault(String isolation) {
        database.run("ALTER DATABASE " + database.name() + " SET default_transaction_isolation = '" + isolation + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void relaysWorkAsEverAndFailNobody(String isolation) throws Exception {
        byDefault(isolation);
        RecordingBroker broker = new RecordingBroker();
        RelayOptions options = RelayOptions.named("strict")
                .withPollInterval(Duration.ofMillis(10))
                .withLease(Duration.ofMillis(600))
                .withBatchSize(5)
                .withShards(2);
        Set<String> troubles = ConcurrentHashMap.newKeySet();
        try (PollingRelay one = PollingRelay.start(database.source(), broker::open, options);
                PollingRelay two = PollingRelay.start(database.source(), broker::open, options)) {
            for (int i = 0; i < 40; i++) {
                accounts.commit(database, "account-" + i % 7);
                for (PollingRelay each : List.of(one, two)) {
                    String trouble = each.status().trouble();
                    if (trouble != null) {
                        troubles.add(trouble);
                    }
                }
            }
            Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
        }
        assertThat(troubles).isEmpty();
        Told.check(database, broker);
    }

    /** Whoever looks sees a first change and not a second, which has read what the first then changed: one of them has to fail. */
    @Test
    void lookingAtTheOutboxFailsNoSerializableWriter() throws Exception {
        database.run("CREATE TABLE rate (value int)");
        database.run("INSERT INTO rate VALUES (1)");
        byDefault("serializable");
        try (Connection writer = database.begin();
                Statement statement = writer.createStatement()) {
            statement.executeQuery("SELECT value FROM rate").close();
            accounts.change(writer, "a");
            database.run("UPDATE rate SET value = 2");
            assertThat(RelayLoop.status(database.source(), RelayStatus.Role.STANDBY, 0, null, 1, 0)
                            .backlog())
                    .isZero();
            assertThat(OutboxReport.read(database.source()).sendable()).isFalse();
            writer.commit();
        }
        assertThat(OutboxReport.read(database.source()).backlog()).isEqualTo(1);
    }

    /** Between the snapshot of a transaction and its look at who is at work, one of these may commit. */
    @Test
    void theFloorNeverPassesWhatCommitsWhileItIsRaised() throws Exception {
        byDefault("repeatable read");
        JdbcLeasedOutbox outbox =
                new JdbcLeasedOutbox(database.source(), RelayOptions.named("strict"), 0, "this", clock::get);
        for (int i = 0; i < 5; i++) {
            accounts.commit(database, "quick");
        }
        send(read(outbox));
        read(outbox);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection slow = database.begin()) {
            accounts.change(slow, "slow");
            accounts.commit(database, "quick");
            clock.addAndGet(-Duration.ofSeconds(2).toNanos());
            send(read(outbox));
            read(outbox);
            try (Connection blocker = database.begin();
                    Statement statement = blocker.createStatement()) {
                statement.execute("LOCK TABLE pg_database IN ACCESS EXCLUSIVE MODE");
                Future<List<Long>> raising = pool.submit(() -> read(outbox));
                Await.until("it is held up", () -> waits(statement));
                slow.commit();
                blocker.rollback();
                assertThat(raising.get(60, TimeUnit.SECONDS)).isSubsetOf(6L);
            }
            accounts.commit(database, "slow");
            assertThat(read(outbox)).containsExactly(6L, 8L);
        } finally {
            pool.shutdownNow();
            outbox.release(1);
        }
    }

    private static boolean waits(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'pg_database'::regclass")) {
            result.next();
            return result.getInt(1) > 0;
        }
    }

    private List<Long> read(JdbcLeasedOutbox outbox) throws SQLException {
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        return outbox.unsent(Set.of(), List.of(), 1_000).rows().stream()
                .map(row -> row.id())
                .toList();
    }

    private void send(List<Long> ids) {
        ids.forEach(id -> database.run("DELETE FROM tidings_outbox WHERE id = " + id));
    }
}
