package io.tidings.messaging.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Retention;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JdbcIdempotentReceiverIT {
    private final Database database = Database.create();
    private final JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database.source(), "tests");
    private final MessageHandler<String> counting = receiver.inTransaction(JdbcIdempotentReceiverIT::count);

    /** The effect: a row for each message handled. */
    private static MessageHandler<String> count(Connection transaction) {
        return message -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute("INSERT INTO account (id) SELECT 'effect-' || count(*) FROM account");
            }
        };
    }

    @Test
    void aMessageDeliveredTwiceTakesEffectOnce() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        counting.handle(message);
        counting.handle(message);
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void sourcesAndConsumersAreTheirOwn() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        Metadata elsewhere = Metadata.of("1", "/elsewhere", "Note", Instant.EPOCH);
        counting.handle(message);
        counting.handle(new Received<>("a", Notes.NOTE, "hello", elsewhere, message.origin(), Map.of()));
        new JdbcIdempotentReceiver(database.source(), "others")
                .<String>inTransaction(JdbcIdempotentReceiverIT::count)
                .handle(message);
        assertThat(database.count("account")).isEqualTo(3);
    }

    @Test
    void anExceptionRollsBackTheEffectAndTheMemoryAndIsThrownOn() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        IOException failure = new IOException("a bug");
        MessageHandler<String> failing = receiver.inTransaction(transaction -> delivered -> {
            count(transaction).handle(message);
            throw failure;
        });
        assertThatThrownBy(() -> failing.handle(message)).isSameAs(failure);
        assertThat(database.count("account")).isZero();
        assertThat(database.count("tidings_inbox")).isZero();

        counting.handle(message);
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void aHandlerThatHidesAFailedStatementDoesNotCommit() {
        MessageHandler<String> hiding = receiver.inTransaction(transaction -> delivered -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute("INSERT INTO nowhere VALUES (1)");
            } catch (SQLException hidden) {
                assertThat(hidden.getMessage()).contains("nowhere");
            }
        });
        assertThatThrownBy(() -> hiding.handle(Notes.received("1", "a", "hello")))
                .hasMessageContaining("went on after a failed statement");
        assertThat(database.count("tidings_inbox")).isZero();
    }

    @Test
    void ofTwoDeliveriesAtOnceOneTakesEffect() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger handled = new AtomicInteger();
        MessageHandler<String> slow = receiver.inTransaction(transaction -> delivered -> {
            count(transaction).handle(message);
            handled.incrementAndGet();
            handling.countDown();
            assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = pool.submit(() -> deliver(slow, message));
            assertThat(handling.await(60, TimeUnit.SECONDS)).isTrue();
            Future<?> second = pool.submit(() -> deliver(slow, message));
            Await.until("the second waits for the first", this::somebodyWaits);
            go.countDown();
            first.get();
            second.get();
        } finally {
            pool.shutdownNow();
        }
        assertThat(handled).hasValue(1);
        assertThat(database.count("account")).isEqualTo(1);
    }

    private static Object deliver(MessageHandler<String> handler, Received<String, String> message) throws Exception {
        handler.handle(message);
        return message;
    }

    private boolean somebodyWaits() {
        return !database.texts("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                .isEmpty();
    }

    @Test
    void aCutConnectionIsTransientAndTheNextDeliveryTakesEffect() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        MessageHandler<String> cut = receiver.inTransaction(transaction -> delivered -> {
            database.cutConnections();
            try {
                count(transaction).handle(message);
            } catch (SQLException e) {
                throw new IllegalStateException("as a library wraps it", e);
            }
        });
        assertThatThrownBy(() -> cut.handle(message)).isInstanceOf(TransientMessagingException.class);
        counting.handle(message);
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void aConnectionCutBeforeTheCommitIsTransient() {
        MessageHandler<String> cut = receiver.inTransaction(transaction -> delivered -> {
            count(transaction).handle(Notes.received("1", "a", "hello"));
            database.cutConnections();
        });
        assertThatThrownBy(() -> cut.handle(Notes.received("1", "a", "hello")))
                .isInstanceOf(TransientMessagingException.class);
        assertThat(database.count("account")).isZero();
    }

    @Test
    void aDatabaseThatGivesNoConnectionIsTransient() {
        org.postgresql.ds.PGSimpleDataSource nobody = new org.postgresql.ds.PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        MessageHandler<String> handler =
                new JdbcIdempotentReceiver(nobody, "tests").inTransaction(JdbcIdempotentReceiverIT::count);
        assertThatThrownBy(() -> handler.handle(Notes.received("1", "a", "hello")))
                .isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void anIdThatNoDatabaseCanKeepIsPoison() {
        assertThatThrownBy(() -> counting.handle(Notes.received("nul \0", "a", "hello")))
                .isInstanceOf(PoisonMessageException.class);
    }

    @Test
    void anIdThatIsTooLongForAnIndexIsKnownByItsDigest() throws Exception {
        StringBuilder id = new StringBuilder();
        new Random(7).ints(20_000, 'a', 'z').forEach(letter -> id.append((char) letter));
        counting.handle(Notes.received(id.toString(), "a", "hello"));
        counting.handle(Notes.received(id.toString(), "a", "hello"));
        counting.handle(Notes.received(id + "other", "a", "hello"));
        assertThat(database.count("account")).isEqualTo(2);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new JdbcIdempotentReceiver(database.source(), "é".repeat(401)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("800");
    }

    @Test
    void aDeliveryDoesNotWaitForAnotherForEver() throws Exception {
        Received<String, String> message = Notes.received("1", "a", "hello");
        MessageHandler<String> impatient =
                receiver.waitingFor(Duration.ofMillis(50)).inTransaction(JdbcIdempotentReceiverIT::count);
        MessageHandler<String> slow = receiver.inTransaction(transaction -> delivered -> {
            assertThatThrownBy(() -> impatient.handle(message))
                    .isInstanceOf(TransientMessagingException.class)
                    .hasMessageContaining("lock timeout");
            count(transaction).handle(message);
        });
        slow.handle(message);
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void theHandlerWaitsAsLongAsItsDatabaseIsSetTo() throws Exception {
        List<String> seen = new ArrayList<>();
        MessageHandler<String> looking = receiver.inTransaction(transaction -> delivered -> {
            try (Statement statement = transaction.createStatement();
                    ResultSet row = statement.executeQuery("SHOW lock_timeout")) {
                row.next();
                seen.add(row.getString(1));
            }
        });
        looking.handle(Notes.received("1", "a", "hello"));
        assertThat(seen).containsExactly("0");
    }

    /** Each of these would end a transaction that is not the handler's. */
    private interface Ending {
        void end(Connection transaction) throws SQLException;
    }

    @Test
    void aHandlerCannotEndTheTransaction() {
        List<Ending> endings = List.of(
                Connection::commit,
                Connection::rollback,
                Connection::close,
                transaction -> transaction.setAutoCommit(true));
        for (Ending ending : endings) {
            MessageHandler<String> handler = receiver.inTransaction(transaction -> delivered -> {
                count(transaction).handle(delivered);
                ending.end(transaction);
            });
            assertThatThrownBy(() -> handler.handle(Notes.received("1", "a", "hello")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must not call");
        }
        assertThat(database.count("account")).isZero();
        assertThat(database.count("tidings_inbox")).isZero();
    }

    @Test
    void aHandlerThatCommitsByAStatementIsFoundOut() {
        MessageHandler<String> handler = receiver.inTransaction(transaction -> delivered -> {
            count(transaction).handle(delivered);
            try (Statement statement = transaction.createStatement()) {
                statement.execute("COMMIT");
            }
            count(transaction).handle(delivered);
        });
        assertThatThrownBy(() -> handler.handle(Notes.received("1", "a", "hello")))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("neither COMMIT nor ROLLBACK");
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void savepointsAreTheHandlersOwn() throws Exception {
        MessageHandler<String> handler = receiver.inTransaction(transaction -> delivered -> {
            Savepoint before = transaction.setSavepoint();
            assertThatThrownBy(() -> transaction.createStatement().execute("INSERT INTO account (id) VALUES (NULL)"))
                    .isInstanceOf(SQLException.class);
            transaction.rollback(before);
            count(transaction).handle(delivered);
        });
        handler.handle(Notes.received("1", "a", "hello"));
        assertThat(database.count("account")).isEqualTo(1);
    }

    @Test
    void aStatementThatTakesTooLongIsTransient() {
        MessageHandler<String> handler = receiver.inTransaction(transaction -> delivered -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = 20");
                statement.execute("SELECT pg_sleep(60)");
            }
        });
        assertThatThrownBy(() -> handler.handle(Notes.received("1", "a", "hello")))
                .isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void serializableTransactionsAreRepeatedOneOfThem() throws Exception {
        database.run("ALTER DATABASE " + database.name() + " SET default_transaction_isolation = 'serializable'");
        Received<String, String> message = Notes.received("1", "a", "hello");
        MessageHandler<String> overtaken = receiver.inTransaction(transaction -> delivered -> {
            counting.handle(Notes.received("2", "a", "hello"));
            count(transaction).handle(delivered);
        });
        assertThatThrownBy(() -> overtaken.handle(message)).isInstanceOf(TransientMessagingException.class);
        counting.handle(message);
        assertThat(database.count("account")).isEqualTo(2);
    }

    @Test
    void whatIsOldEnoughIsForgottenByAndByWithoutBeingAsked() throws Exception {
        counting.handle(Notes.received("old", "a", "hello"));
        database.run("UPDATE tidings_inbox SET received_at = received_at - interval '8 days'");
        receiver.keepingFor(Duration.ofDays(7))
                .<String>inTransaction(JdbcIdempotentReceiverIT::count)
                .handle(Notes.received("new", "a", "hello"));
        Await.until(
                "the old one is forgotten",
                () -> database.texts("SELECT message_id FROM tidings_inbox").equals(List.of("new")));
    }

    @Test
    void aPurgeReadsNoMoreThanItForgets() {
        database.run("INSERT INTO tidings_inbox SELECT 'tests', '/', i::text, now() - interval '8 days' +"
                + " i * interval '1 second' FROM generate_series(1, 20000) i");
        database.run("ANALYZE tidings_inbox");
        assertThat(receiver.purge(Duration.ofDays(8).minusSeconds(5000))).isBetween(4_900L, 5_200L);
        assertThat(database.texts("SELECT idx_scan > 0 FROM (SELECT pg_stat_force_next_flush()) f,"
                        + " pg_stat_user_indexes WHERE indexrelname = 'tidings_inbox_age'"))
                .containsExactly("t");
    }

    @Test
    void aMemoryThatIsTooShortIsSaidOrRefused() {
        SubscriptionSpec<String> spec = new SubscriptionSpec<>(Notes.CHANNEL, List.of(Notes.NOTE), "billing");
        Retention kept = new Retention(Duration.ofDays(14), Retention.FOR_EVER);
        assertThatThrownBy(() -> receiver.keepingStrictlyFor(Duration.ofDays(7))
                        .<String>inTransaction(JdbcIdempotentReceiverIT::count)
                        .subscribing(spec, () -> kept))
                .isInstanceOf(ShortMemoryException.class)
                .hasMessageStartingWith(
                        "Receiver 'tests' remembers messages for 7 days, but 'notes' may keep them for 14"
                                + " days, and the dead letters of group 'billing' are kept for ever");
        assertThatCode(() -> receiver.keepingFor(Duration.ofDays(7))
                        .<String>inBatches(JdbcIdempotentReceiverIT::count)
                        .subscribing(spec, () -> kept))
                .doesNotThrowAnyException();
        assertThatCode(() -> receiver.keepingStrictlyFor(Duration.ofDays(7))
                        .<String>inBatches(JdbcIdempotentReceiverIT::count)
                        .subscribing(spec, () -> new Retention(Duration.ofDays(7), null)))
                .doesNotThrowAnyException();
    }

    @Test
    void purgingForgetsWhatIsOldEnough() throws Exception {
        counting.handle(Notes.received("old", "a", "hello"));
        database.run("UPDATE tidings_inbox SET received_at = received_at - interval '8 days'");
        counting.handle(Notes.received("new", "a", "hello"));
        assertThat(receiver.purge(Duration.ofDays(7))).isEqualTo(1);
        assertThat(database.texts("SELECT message_id FROM tidings_inbox")).containsExactly("new");
        assertThatCode(() -> receiver.purge(Duration.ofDays(7))).doesNotThrowAnyException();
    }
}
