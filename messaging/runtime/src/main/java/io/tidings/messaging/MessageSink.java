package io.tidings.messaging;

import java.util.concurrent.CompletionStage;

/**
 * Where a generated publisher puts its messages: straight to the broker, into an outbox inside the caller's transaction, or
 * into memory in a test. Safe for use by several threads unless it stands on a JDBC connection, which is not.
 */
public interface MessageSink {

    /**
     * Sends a message. Messages with one key, sent from one thread, arrive in the order of the calls.
     *
     * @return completed when the sink has taken responsibility; or completed with a {@link MessagingException} that says
     *     whether to retry
     * @throws PoisonMessageException if the message cannot be encoded, so that the caller's transaction fails and not a
     *     relay's
     */
    <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message);
}
