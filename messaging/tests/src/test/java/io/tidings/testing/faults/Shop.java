package io.tidings.testing.faults;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.Waiting;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The service under test, as services commonly are: each order changes a row and becomes a shipment through the outbox, in one
 * transaction behind an idempotent receiver. Some orders ask a question; the question goes through the outbox too, and its
 * answer comes on a channel that a group reads, so that it takes effect whoever lives then. It answers the questions itself.
 */
final class Shop implements AutoCloseable {
    static final String ORDERS = "orders";
    static final String SHIPMENTS = "shipments";
    static final String QUESTIONS = "questions";
    static final String ANSWERS = "answers";

    /** An order that no handler can ever handle. */
    static final String POISON = "poison";

    /** An order that asks a question. */
    static final String ASKS = "asks";

    private final String prefix;
    private final String life;
    private final KafkaTransport transport;
    private final Connections connections;
    private final Connections ledger;
    private final Books books;
    private final JdbcOutbox outbox = new JdbcOutbox(new PlainCodec());
    private final PollingRelay relay;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final HandlerPause pause;

    /** What a handler does before its work, to be slow. */
    @FunctionalInterface
    interface HandlerPause {
        HandlerPause NONE = message -> {};

        void before(Received<String, ?> message) throws InterruptedException;
    }

    /**
     * Opens a shop.
     *
     * @param prefix of its topics
     * @param life the name of this instance, which no other one has
     * @param databaseUrl perhaps through something that fails
     * @param ledgerUrl past it
     */
    Shop(
            String prefix,
            String life,
            Map<String, String> configuration,
            String databaseUrl,
            String ledgerUrl,
            HandlerPause pause) {
        this.prefix = prefix;
        this.life = life;
        this.pause = pause;
        this.transport = KafkaTransport.connect(configuration, new PlainCodec());
        this.connections = new Connections(databaseUrl);
        this.ledger = new Connections(ledgerUrl);
        this.books = new Books(ledger.pool());
        RelayOptions options = RelayOptions.named(prefix)
                .withPollInterval(Duration.ofMillis(20))
                .withLease(Duration.ofSeconds(1))
                .withMaxBackoff(Duration.ofMillis(500))
                .withBatchSize(20);
        this.relay =
                PollingRelay.start(connections.pool(), id -> new DyingSink(transport.transactionalSink(id)), options);
    }

    /** The topics of a shop. */
    static List<TopicSpec> topics(String prefix) {
        return Stream.of(ORDERS, SHIPMENTS, QUESTIONS, ANSWERS)
                .map(name -> new TopicSpec(prefix + name, 4, 1, Map.of()))
                .toList();
    }

    static String group(String prefix, String stream) {
        return prefix + stream + "-group";
    }

    /** Opens for orders. */
    Shop serve() {
        subscribe(ORDERS, receiver(ORDERS).inTransaction(transaction -> order -> take(transaction, order)));
        return this;
    }

    /** Answers questions and hears the answers, too. */
    Shop serveQuestions() {
        subscribe(QUESTIONS, this::answer);
        subscribe(ANSWERS, receiver(ANSWERS).inTransaction(transaction -> answer -> resume(transaction, answer)));
        return this;
    }

    /** Waits until orders can arrive here. */
    boolean awaitReady(Duration deadline) throws InterruptedException {
        return subscriptions.get(0).awaitReady(deadline);
    }

    private JdbcIdempotentReceiver receiver(String stream) {
        return new JdbcIdempotentReceiver(connections.pool(), stream);
    }

    private void subscribe(String stream, MessageHandler<String> handler) {
        String group = group(prefix, stream);
        MessageHandler<String> watched =
                books.recording(stream, life, () -> Rebalances.of(life + "-" + group), handler);
        subscriptions.add(transport.subscribe(
                new SubscriptionSpec<>(channel(prefix + stream), List.of(PlainCodec.TEXT), group), message -> {
                    watched.handle(message);
                    KillPoint.COMMITTED.reach();
                }));
    }

    static Channel<String> channel(String address) {
        return new Channel<>(address, address, KeyType.STRING);
    }

    private void take(Connection transaction, Received<String, ?> order) throws SQLException, InterruptedException {
        pause.before(order);
        String[] payload = String.valueOf(order.payload()).split(":", 2);
        if (payload[1].equals(POISON)) {
            throw new PoisonMessageException("Nobody can take this order", null);
        }
        String key = String.valueOf(order.key());
        String id = order.metadata().id();
        long number = Long.parseLong(payload[0]);
        execute(
                transaction,
                "INSERT INTO account VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET last = excluded.last",
                key,
                number);
        KillPoint.ROW_CHANGED.reach();
        execute(transaction, "INSERT INTO effect (key, number, id) VALUES (?, ?, ?)", key, number, id);
        MessageSink sink = outbox.in(transaction);
        sink.send(message(SHIPMENTS, key, payload[0], SendOptions.NONE.withId("shipment-" + id)));
        if (payload[1].equals(ASKS)) {
            execute(transaction, "INSERT INTO pending (id) VALUES (?)", id);
            sink.send(message(
                    QUESTIONS,
                    key,
                    payload[0],
                    SendOptions.NONE.withId("q-" + id).withCorrelationId(id)));
        }
        KillPoint.OUTBOX_WRITTEN.reach();
    }

    private OutgoingMessage<String, String> message(String stream, String key, String text, SendOptions options) {
        return OutgoingMessage.of(channel(prefix + stream), PlainCodec.TEXT, key, text, options);
    }

    private void answer(Received<String, ?> question) throws InterruptedException {
        Waiting.on(Replying.reply(transport.sink(), question, channel(prefix + ANSWERS), PlainCodec.TEXT, "yes"));
        KillPoint.REPLY_SENT.reach();
    }

    /** A question may be answered twice, by different messages: the first counts. */
    private static void resume(Connection transaction, Received<String, ?> answer) throws SQLException {
        String id = String.valueOf(answer.metadata().correlationId());
        if (execute(transaction, "UPDATE pending SET answers = answers + 1 WHERE id = ? AND answers = 0", id) == 1) {
            execute(transaction, "INSERT INTO resumed (id) VALUES (?)", id);
        }
    }

    private static int execute(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        subscriptions.forEach(Subscription::close);
        relay.close();
        transport.close();
        connections.close();
        ledger.close();
    }
}
