package io.tidings.messaging.kafka;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.Health;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.delivery.Asking;
import io.tidings.messaging.delivery.OutstandingRequests;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Asks through a sink, and hears through a reply loop in its thread. */
final class KafkaRequestor implements Requestor {

    private final Asking asking;
    private final OutstandingRequests requests;
    private final ReplyLoop loop;
    private final Thread thread;
    private final Duration patience;
    private final Consumer<Requestor> onClose;

    KafkaRequestor(
            String name,
            Asking asking,
            OutstandingRequests requests,
            ReplyLoop loop,
            Duration patience,
            Consumer<Requestor> onClose) {
        this.asking = asking;
        this.requests = requests;
        this.loop = loop;
        this.patience = patience;
        this.onClose = onClose;
        this.thread = new Thread(loop, name);
        thread.setDaemon(true);
    }

    KafkaRequestor started() {
        thread.start();
        return this;
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
        requests.close();
        loop.requestEnd();
        try {
            thread.join(patience.plusSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
