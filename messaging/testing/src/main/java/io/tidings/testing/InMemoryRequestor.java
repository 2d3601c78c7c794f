package io.tidings.testing;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.delivery.Asking;
import io.tidings.messaging.delivery.OutstandingRequests;
import io.tidings.messaging.delivery.ReplyJoin;
import io.tidings.messaging.observe.RequestWatch;
import io.tidings.testing.InMemoryBroker.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Joins replies as they are sent, on the thread of whoever sends them. */
final class InMemoryRequestor implements Requestor {

    private static final long AGAIN_MILLIS = 10;

    private final InMemoryBroker broker;
    private final String address;
    private final OutstandingRequests requests;
    private final Asking asking;
    private final ReplyJoin join;
    private final Consumer<Entry> listener = this::take;
    private final Consumer<Requestor> onClose;

    InMemoryRequestor(
            InMemoryBroker broker,
            MessageCodec codec,
            MessageSink sink,
            ReplyChannel<?> replies,
            int capacity,
            RequestWatch watch,
            Consumer<Requestor> onClose) {
        this.broker = broker;
        this.address = replies.address();
        String name = "tidings-memory-replies";
        VirtualTime time = broker.time();
        this.requests = time == null
                ? new OutstandingRequests(name, capacity, watch)
                : new OutstandingRequests(name, capacity, watch, time);
        this.asking = new Asking(sink, replies, requests);
        this.join = new ReplyJoin(codec, replies, requests);
        this.onClose = onClose;
        broker.listen(listener);
    }

    private void take(Entry entry) {
        if (entry.origin().address().equals(address) && !join.offer(entry.message(), entry.origin())) {
            CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> take(entry));
        }
    }

    @Override
    public <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline) {
        return asking.request(message, deadline);
    }

    @Override
    public <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until) {
        return asking.gather(message, until);
    }

    @Override
    public int outstanding() {
        return requests.size();
    }

    @Override
    public ReplyCounts replies() {
        return requests.counts();
    }

    @Override
    public Health health() {
        return requests.watch().health();
    }

    @Override
    public void close() {
        onClose.accept(this);
        broker.unlisten(listener);
        requests.close();
    }
}
