package io.tidings.messaging;

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
}
