package io.tidings.messaging;

import java.time.Duration;

/** A way to reach channels: Kafka, or memory in a test. Safe for use by several threads. */
public interface Transport extends AutoCloseable {

    /** Sends straight to the channel. */
    MessageSink sink();

    /**
     * Opens a sink that sends several messages as one, and is closed with this transport. Each call waits until the broker
     * has committed it, so it costs more than {@link #sink}.
     *
     * @param transactionalId of one instance of a service, and the same when that one starts again: whoever had a sink with this
     *     id can send no more, and what it left unfinished is undone
     * @throws TransientMessagingException if the broker does not answer in time
     */
    AtomicSink atomicSink(String transactionalId);

    /**
     * Waits until what was sent before has arrived or failed: each receipt says which. What lingers is sent at once.
     *
     * @return false if that took longer; it goes on
     */
    boolean flush(Duration deadline) throws InterruptedException;

    /** Starts to hand a channel's messages to a handler. */
    <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler);

    /**
     * Remembers where a channel ends now, for whoever waits until its group is done with what lies before.
     *
     * @throws MissingTopicException if there is no such channel
     * @throws TransientMessagingException if the broker does not answer in time
     */
    CatchUp catchUp(SubscriptionSpec<?> spec);

    /** Starts to listen for replies. */
    Requestor requestor(ReplyChannel<?> replies);

    /** How everything is that it gave out and that was not closed. */
    default Health health() {
        return Health.UP;
    }

    /**
     * Closes everything it gave out; waits for what is in hand, as long as it is configured to. What has not arrived by then
     * fails its receipt.
     */
    @Override
    void close();
}
