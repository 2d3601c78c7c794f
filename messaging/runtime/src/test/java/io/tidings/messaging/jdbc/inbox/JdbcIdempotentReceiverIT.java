package io.tidings.messaging.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    void purgingForgetsWhatIsOldEnough() throws Exception {
        counting.handle(Notes.received("old", "a", "hello"));
        database.run("UPDATE tidings_inbox SET received_at = received_at - interval '8 days'");
        counting.handle(Notes.received("new", "a", "hello"));
        assertThat(receiver.purge(Duration.ofDays(7))).isEqualTo(1);
        assertThat(database.texts("SELECT message_id FROM tidings_inbox")).containsExactly("new");
        assertThatCode(() -> receiver.purge(Duration.ofDays(7))).doesNotThrowAnyException();
    }
}
