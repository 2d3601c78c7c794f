package io.tidings.testing;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Publishes through an outbox, each message in a transaction of its own, and has a relay send it; receives as another
 * transport does.
 */
final class OutboxTransport implements Transport, MessageSink {

    private final Transport broker;
    private final JdbcOutbox outbox;
    private final Connection connection;
    private final PollingRelay relay;

    OutboxTransport(Transport broker, JdbcOutbox outbox, Connection connection, PollingRelay relay) {
        this.broker = broker;
        this.outbox = outbox;
        this.connection = connection;
        this.relay = relay;
    }

    Transport broker() {
        return broker;
    }

    @Override
    public MessageSink sink() {
        return this;
    }

    @Override
    public synchronized <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        try {
            connection.setAutoCommit(false);
            CompletionStage<Receipt> receipt = outbox.in(connection).send(message);
            connection.commit();
            relay.wake();
            return receipt;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean flush(Duration deadline) {
        Eventually.eventually(deadline, () -> {
            if (relay.backlog() > 0) {
                throw new AssertionError("Messages are still in the outbox");
            }
        });
        return true;
    }

    @Override
    public <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        return broker.subscribe(spec, handler);
    }

    @Override
    public Requestor requestor(ReplyChannel<?> replies) {
        return broker.requestor(replies);
    }

    @Override
    public void close() {
        flush(Letters.SOON);
        broker.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
