package io.tidings.testing.faults;

import io.tidings.messaging.Channel;
import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** Asks for a price in a database transaction, and writes down what comes of it. Its main asks one question, and lives on. */
final class PriceRequestor {
    static final String ASKED = "the question is in the database";

    private final JdbcPendingRequests pending;
    private final String prefix;
    private final DataSource database;

    PriceRequestor(String prefix, DataSource database) {
        this.prefix = prefix;
        this.database = database;
        this.pending = new JdbcPendingRequests(database, new JdbcOutbox(new PlainCodec()), "prices");
    }

    static Channel<String> channel(String address) {
        return new Channel<>("prices", address, KeyType.STRING);
    }

    static KafkaTransport connect(String servers) {
        return KafkaTransport.connect(
                Map.of("bootstrap.servers", servers, "schema.registry.url", "mock://prices"), new PlainCodec());
    }

    JdbcPendingRequests pending() {
        return pending;
    }

    void ask(String context) throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            pending.in(transaction)
                    .ask(
                            OutgoingMessage.of(
                                    channel(prefix + "questions"),
                                    PlainCodec.TEXT,
                                    "key",
                                    "how much?",
                                    SendOptions.NONE),
                            ContextFormat.TEXT.write(context),
                            Duration.ofHours(1));
            transaction.commit();
        }
    }

    MessageHandler<String> replies() {
        return pending.replies(
                transaction -> PendingHandler.of(ContextFormat.TEXT, Received::payload, new Outcome(transaction)));
    }

    private record Outcome(Connection transaction) implements PendingOutcome<String, Object> {
        @Override
        public void replied(String context, Object reply) throws SQLException {
            write(context + " costs " + reply);
        }

        @Override
        public void failed(String context, FaultReplyException fault) throws SQLException {
            write(context + " has no price: " + fault.code());
        }

        @Override
        public void expired(String context) throws SQLException {
            write(context + " got no answer");
        }

        private void write(String effect) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO effect VALUES (?)")) {
                insert.setString(1, effect);
                insert.executeUpdate();
            }
        }
    }

    /** Arguments: prefix, bootstrap servers, JDBC URL. */
    @SuppressWarnings("SystemOut") // the parent waits for this line
    public static void main(String[] args) throws Exception {
        Connections connections = new Connections(args[2]);
        KafkaTransport transport = connect(args[1]);
        PriceRequestor requestor = new PriceRequestor(args[0], connections.pool());
        try (PollingRelay relay = PollingRelay.start(
                connections.pool(), transport::transactionalSink, RelayOptions.named(args[0] + "relay"))) {
            requestor.ask("pizza");
            relay.wake();
            System.out.println(ASKED);
            new CountDownLatch(1).await();
        }
    }
}
