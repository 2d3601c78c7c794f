package io.tidings.messaging;

/** A way to reach channels: Kafka, or memory in a test. Safe for use by several threads. */
public interface Transport extends AutoCloseable {

    /** Sends straight to the channel. */
    MessageSink sink();

    /** Starts to hand a channel's messages to a handler. */
    <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler);

    /** Starts to listen for replies. */
    Requestor requestor(ReplyChannel<?> replies);

    /** Closes everything it gave out; waits for what is in hand. */
    @Override
    void close();
}
