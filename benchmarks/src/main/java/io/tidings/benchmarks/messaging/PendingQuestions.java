package io.tidings.benchmarks.messaging;

import com.example.shop.Purchase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tidings.benchmarks.api.AnswerReplier;
import io.tidings.benchmarks.api.AskPendingRequestor;
import io.tidings.benchmarks.api.AskReplySubscriber;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests that stand in a database until they are answered: a transaction writes the request and the outbox's row, a relay sends
 * it, a group hears the reply, and another transaction goes on. The caller waits for that, to have something to measure; services
 * do not.
 */
final class PendingQuestions implements Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, CompletableFuture<Purchase>> waiting = new ConcurrentHashMap<>();
    private final AskPendingRequestor<String> requestor = new AskPendingRequestor<>(ContextFormat.TEXT);
    private final HikariDataSource database;
    private final KafkaTransport replying;
    private final KafkaTransport asking;
    private final JdbcPendingRequests requests;
    private final PollingRelay relay;

    PendingQuestions(Map<String, String> settings, PostgresServer server, int connections) throws Exception {
        String unique = UUID.randomUUID().toString();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.createDatabase("pending_" + unique.replace('-', '_')));
        pool.setMaximumPoolSize(connections);
        pool.setAutoCommit(false);
        this.database = new HikariDataSource(pool);
        try (Connection connection = database.getConnection()) {
            JdbcOutbox.createTables(connection);
            JdbcPendingRequests.createTables(connection);
            connection.commit();
        }
        this.replying = KafkaTransport.connect(settings);
        this.asking = KafkaTransport.connect(settings);
        this.requests = new JdbcPendingRequests(database, new JdbcOutbox(asking.codec()), "asker");
        this.relay = PollingRelay.start(database, asking::transactionalSink, RelayOptions.named(unique));
        awaitReady(AnswerReplier.subscribe(
                replying,
                "replier-" + unique,
                AnswerReplier.replying(question -> Objects.requireNonNull(question.payload()), replying.sink())));
        awaitReady(AskReplySubscriber.subscribe(
                asking, "asker-" + unique, requests.replies(transaction -> requestor.resuming(new Outcome()))));
    }

    private static void awaitReady(Subscription subscription) throws InterruptedException {
        if (!subscription.awaitReady(PATIENCE)) {
            throw new IllegalStateException("A group was given no partition");
        }
    }

    @Override
    public Purchase ask(String key, Purchase question) throws Exception {
        String context = UUID.randomUUID().toString();
        CompletableFuture<Purchase> reply = new CompletableFuture<>();
        waiting.put(context, reply);
        try (Connection connection = database.getConnection()) {
            requestor.ask(requests.in(connection), key, question, context, PATIENCE);
            connection.commit();
        }
        relay.wake();
        return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        relay.close();
        asking.close();
        replying.close();
        database.close();
    }

    private final class Outcome implements PendingOutcome<String, Purchase> {

        @Override
        public void replied(String context, Purchase reply) {
            Objects.requireNonNull(waiting.remove(context)).complete(reply);
        }

        @Override
        public void failed(String context, FaultReplyException fault) {
            Objects.requireNonNull(waiting.remove(context)).completeExceptionally(fault);
        }

        @Override
        public void expired(String context) {
            Objects.requireNonNull(waiting.remove(context))
                    .completeExceptionally(new IllegalStateException("No reply"));
        }
    }
}
