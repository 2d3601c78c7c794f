package io.tidings.messaging;

import java.util.function.Supplier;

/**
 * Takes the messages of a subscription, whatever their kind. Generated subscribers adapt typed handlers to it. Called by one
 * thread at a time for messages of one key.
 */
@FunctionalInterface
public interface MessageHandler<K> {

    /**
     * Handles a message; when it returns, the message is done.
     *
     * @throws Exception if it failed. A {@link MessagingException} that is not retryable sends the message to the dead
     *     letter channel; everything else is tried again, and goes there only when it keeps failing
     */
    void handle(Received<K, ?> message) throws Exception;

    /**
     * Is told that a message is given up, before it goes to the dead letter channel: whoever waits for an answer can be told.
     * Told again if what follows fails, so once at least.
     *
     * @param message without a payload, if that could not be read
     * @throws Exception if it failed: when that passes by itself, the message is tried again, else it is given up all the same
     */
    default void givenUp(Received<K, ?> message, Throwable failure) throws Exception {}

    /**
     * Is told that it is about to be subscribed: for what it must know or refuse before the first message.
     *
     * @param retention asks how long messages may be delivered again, which may take a call to the broker
     * @throws RuntimeException if it cannot be: then nothing is subscribed
     */
    default void subscribing(SubscriptionSpec<K> spec, Supplier<Retention> retention) {}
}
