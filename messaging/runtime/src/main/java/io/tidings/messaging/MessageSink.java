package io.tidings.messaging;

import java.util.concurrent.CompletionStage;

/**
 * Where a generated publisher puts its messages: straight to the broker, into an outbox inside the caller's transaction, or
 * into memory in a test. Safe for use by several threads unless it stands on a JDBC connection, which is not.
 */
public interface MessageSink {

    /**
     * Sends a message. Messages with one key, sent from one thread, arrive in the order of the calls, also when one of them
     * takes long.
     *
     * @return completed when the sink has taken responsibility; or completed with a {@link MessagingException} that says
     *     whether to retry. One that has failed when this returns was not sent. One that fails later may still arrive, in
     *     its order: repeat it with the same {@link SendOptions#withId id}, and an idempotent receiver keeps it from taking
     *     effect twice, or too late
     * @throws PoisonMessageException if the message can never be sent: it cannot be encoded, or would be refused where it
     *     goes. Thrown here so that the caller's transaction fails, and not a relay's; nothing was sent
     */
    <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message);
}
