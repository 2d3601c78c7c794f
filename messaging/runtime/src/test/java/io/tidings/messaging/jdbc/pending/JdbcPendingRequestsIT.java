package io.tidings.messaging.jdbc.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPendingRequestsIT {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER = Duration.ZERO;
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final Database database = Database.create();
    private final JdbcPendingRequests pending =
            new JdbcPendingRequests(database.source(), new JdbcOutbox(new Notes()), "prices");
    private final MessageHandler<String> replies = pending.replies(JdbcPendingRequestsIT::writing);

    /** The effect: a row for each outcome, in the same transaction. */
    private static PendingHandler writing(Connection transaction) {
        return PendingHandler.of(ContextFormat.TEXT, Received::payload, new PendingOutcome<String, Object>() {
            @Override
            public void replied(String context, Object reply) throws SQLException {
                write(transaction, context + " replied " + reply);
            }

            @Override
            public void failed(String context, FaultReplyException fault) throws SQLException {
                write(transaction, context + " failed " + fault.code());
            }

            @Override
            public void expired(String context) throws SQLException {
                write(transaction, context + " expired");
            }

            @Override
            public void late(String context, Object reply) throws SQLException {
                write(transaction, context + " late " + reply);
            }
        });
    }

    private static void write(Connection transaction, String effect) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO effect VALUES (?)")) {
            insert.setString(1, effect);
            insert.executeUpdate();
        }
    }

    @BeforeEach
    void tables() throws SQLException {
        database.run("CREATE TABLE effect (what text)");
        try (Connection connection = database.connect()) {
            JdbcPendingRequests.createTables(connection);
            JdbcPendingRequests.createTables(connection);
        }
    }

    @Test
    void aReplyResumesItsRequestOnceHoweverOftenItIsDelivered() throws Exception {
        String id = ask("order 7", LONG);
        assertThat(database.count("tidings_outbox")).isEqualTo(1);
        assertThat(pending.waiting()).isEqualTo(1);

        replies.handle(reply("m1", id));
        replies.handle(reply("m1", id));
        replies.handle(reply("m2", id));

        assertThat(effects()).containsExactly("order 7 replied 9.50");
        assertThat(pending.counts()).isEqualTo(new PendingCounts(1, 0, 0, 2, 0));
        assertThat(pending.waiting()).isZero();
    }

    @Test
    void nothingIsAskedIfTheTransactionRollsBack() throws Exception {
        try (Connection transaction = database.begin()) {
            pending.in(transaction).ask(Notes.note("a", "what?"), bytes("order 7"), LONG);
            transaction.rollback();
        }
        assertThat(database.count("tidings_outbox")).isZero();
        assertThat(pending.waiting()).isZero();
        try (Connection careless = database.connect()) {
            assertThatThrownBy(() -> pending.in(careless).ask(Notes.note("a", "what?"), bytes("order 7"), LONG))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    @Test
    void aCorrelationIdIsUsedOnce() throws Exception {
        try (Connection transaction = database.begin()) {
            var request = new OutgoingMessage<>(
                    Notes.CHANNEL, "notes", Notes.NOTE, "a", "what?", SendOptions.NONE.withCorrelationId("mine"));
            assertThat(pending.in(transaction).ask(request, bytes("x"), LONG)).isEqualTo("mine");
            assertThatThrownBy(() -> pending.in(transaction).ask(request, bytes("x"), LONG))
                    .isInstanceOf(PoisonMessageException.class);
        }
    }

    @Test
    void aFaultIsAnOutcomeToo() throws Exception {
        String id = ask("order 7", LONG);
        replies.handle(message(
                "m1",
                id,
                null,
                Map.of(Replying.FAULT_CODE, bytes("no-stock"), Replying.FAULT_MESSAGE, bytes("We have no more"))));
        assertThat(effects()).containsExactly("order 7 failed no-stock");
    }

    @Test
    void repliesToOthersAreLeftAlone() throws Exception {
        String id = ask("order 7", LONG);
        new JdbcPendingRequests(database.source(), new JdbcOutbox(new Notes()), "others")
                .<String>replies(JdbcPendingRequestsIT::writing)
                .handle(reply("m1", id));
        replies.handle(reply("m2", "nobody's"));
        replies.handle(reply("m3", null));
        assertThat(effects()).isEmpty();
        assertThat(pending.counts().unknown()).isEqualTo(2);
    }

    @Test
    void aHandlerThatFailsLeavesTheRequestWaiting() throws Exception {
        String id = ask("order 7", LONG);
        IllegalStateException bug = new IllegalStateException("a bug");
        MessageHandler<String> failing = pending.replies(transaction -> PendingHandler.of(
                ContextFormat.TEXT, Received::payload, failingAfter(() -> writing(transaction), bug)));
        assertThatThrownBy(() -> failing.handle(reply("m1", id))).isSameAs(bug);
        assertThat(effects()).isEmpty();

        replies.handle(reply("m1", id));
        assertThat(effects()).containsExactly("order 7 replied 9.50");
    }

    @Test
    void whatIsNotAnsweredInTimeExpiresOnceAmongSeveralInstances() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ask("order " + i, OVER);
            expected.add("order " + i + " expired");
        }
        ask("order 99", LONG);
        try (PendingExpiry one = pending.expiring(JdbcPendingRequestsIT::writing, OFTEN);
                PendingExpiry two = pending.expiring(JdbcPendingRequestsIT::writing, OFTEN);
                PendingExpiry three = pending.expiring(JdbcPendingRequestsIT::writing, OFTEN)) {
            assertThat(List.of(one, two, three)).doesNotContainNull();
            Await.until("all have expired", () -> pending.waiting() == 1);
        }
        assertThat(effects()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pending.counts().expired()).isEqualTo(40);
    }

    @Test
    void aReplyThatComesAfterTheEndIsLateOnce() throws Exception {
        String id = ask("order 7", OVER);
        try (PendingExpiry expiry = pending.expiring(JdbcPendingRequestsIT::writing, OFTEN)) {
            assertThat(expiry).isNotNull();
            Await.until("it has expired", () -> pending.waiting() == 0);
        }
        replies.handle(reply("m1", id));
        replies.handle(reply("m1", id));
        assertThat(effects()).containsExactly("order 7 expired", "order 7 late 9.50");
        assertThat(pending.counts()).isEqualTo(new PendingCounts(0, 1, 1, 1, 0));
    }

    @Test
    void aReplyAndTheEndOfTheDeadlineAtOnceHaveOneEffect() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = ask("round " + round, OVER);
            ExecutorService other = Executors.newSingleThreadExecutor();
            Callable<Boolean> delivery = () -> {
                replies.handle(reply("m", id));
                return true;
            };
            Future<Boolean> delivered = other.submit(delivery);
            try (PendingExpiry expiry = pending.expiring(JdbcPendingRequestsIT::writing, OFTEN)) {
                assertThat(expiry).isNotNull();
                Await.until("it is settled", () -> pending.waiting() == 0);
            }
            assertThat(delivered.get()).isTrue();
            other.shutdown();
            String context = "round " + round;
            assertThat(effects().stream().filter(effect -> effect.startsWith(context + " ")))
                    .isIn(List.of(context + " replied 9.50"), List.of(context + " expired", context + " late 9.50"));
        }
    }

    @Test
    void oneWhoseTimeOutHandlerFailsHoldsUpNobody() throws Exception {
        ask("bad", OVER);
        ask("good", OVER);
        AtomicInteger failures = new AtomicInteger();
        try (PendingExpiry expiry =
                pending.expiring(transaction -> new Failing(writing(transaction), "bad", failures), OFTEN)) {
            assertThat(expiry).isNotNull();
            Await.until("the good one has expired", () -> effects().contains("good expired"));
        }
        assertThat(failures).hasPositiveValue();
        assertThat(database.texts("SELECT state FROM tidings_pending_request WHERE failures > 0"))
                .containsExactly("WAITING");
    }

    @Test
    void whatWasSettledIsForgottenWhatWaitsIsNot() throws Exception {
        replies.handle(reply("m1", ask("order 7", LONG)));
        ask("order 8", LONG);
        assertThat(pending.purge(LONG)).isZero();
        assertThat(pending.purge(Duration.ZERO)).isEqualTo(1);
        assertThat(pending.waiting()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsNotTheRepliesFault() throws Exception {
        String id = ask("order 7", LONG);
        MessageHandler<String> cut = pending.replies(transaction -> {
            database.cutConnections();
            return writing(transaction);
        });
        assertThatThrownBy(() -> cut.handle(reply("m1", id))).isInstanceOf(TransientMessagingException.class);
        replies.handle(reply("m1", id));
        assertThat(effects()).containsExactly("order 7 replied 9.50");
    }

    private static PendingOutcome<String, Object> failingAfter(Callable<PendingHandler> handler, RuntimeException bug) {
        return new PendingOutcome<>() {
            @Override
            public void replied(String context, Object reply) throws Exception {
                handler.call().expired(bytes(context));
                throw bug;
            }

            @Override
            public void failed(String context, FaultReplyException fault) {
                throw bug;
            }

            @Override
            public void expired(String context) {
                throw bug;
            }
        };
    }

    private record Failing(PendingHandler handler, String unlucky, AtomicInteger failures) implements PendingHandler {
        @Override
        public void replied(byte[] context, Received<?, ?> reply) throws Exception {
            handler.replied(context, reply);
        }

        @Override
        public void expired(byte[] context) throws Exception {
            handler.expired(context);
            if (ContextFormat.TEXT.read(context).equals(unlucky)) {
                failures.incrementAndGet();
                throw new IllegalStateException("a bug");
            }
        }

        @Override
        public void late(byte[] context, Received<?, ?> reply) throws Exception {
            handler.late(context, reply);
        }
    }

    private String ask(String context, Duration deadline) throws SQLException {
        try (Connection transaction = database.begin()) {
            String id = pending.in(transaction).ask(Notes.note("a", "what?"), bytes(context), deadline);
            transaction.commit();
            return id;
        }
    }

    private List<String> effects() {
        return database.texts("SELECT what FROM effect");
    }

    private static Received<String, ?> reply(String id, @Nullable String correlationId) {
        return message(id, correlationId, "9.50", Map.of());
    }

    private static Received<String, ?> message(
            String id, @Nullable String correlationId, @Nullable String text, Map<String, byte[]> headers) {
        Metadata metadata = Metadata.of(id, "/prices", "Price", Instant.EPOCH).withCorrelationId(correlationId);
        Received.Origin origin = new Received.Origin("answers", 0, 0, Instant.EPOCH);
        return new Received<>("a", Notes.NOTE, text, metadata, origin, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
