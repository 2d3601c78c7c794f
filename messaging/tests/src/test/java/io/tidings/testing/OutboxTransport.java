package io.tidings.testing;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.CatchUp;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Publishes through an outbox, each message in a transaction of its own, and has a relay send it; receives as another
 * transport does.
 */
final class OutboxTransport implements Transport, AtomicSink {

    private final Transport broker;
    private final JdbcOutbox outbox;
    private final Connection connection;
    private final RelayUnderTest relay;

    OutboxTransport(Transport broker, JdbcOutbox outbox, Connection connection, RelayUnderTest relay) {
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
        return committed(sink -> sink.send(message));
    }

    @Override
    public synchronized CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        return committed(sink -> sink.sendTogether(messages));
    }

    private <T> T committed(Function<AtomicSink, T> sending) {
        try {
            connection.setAutoCommit(false);
            T sent = sending.apply(outbox.in(connection));
            connection.commit();
            relay.wake().run();
            return sent;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public AtomicSink atomicSink(String transactionalId) {
        return this;
    }

    @Override
    public CatchUp catchUp(SubscriptionSpec<?> spec) {
        return broker.catchUp(spec);
    }

    @Override
    public boolean flush(Duration deadline) {
        Eventually.eventually(deadline, () -> {
            if (relay.status().get().backlog() > 0) {
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
