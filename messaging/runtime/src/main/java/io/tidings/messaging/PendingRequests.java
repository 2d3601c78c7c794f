package io.tidings.messaging;

import java.time.Duration;

/**
 * Where requests are recorded whose replies may come after a restart: in the caller's transaction, together with what made the
 * caller ask. Belongs to that transaction's thread.
 */
public interface PendingRequests {

    /**
     * Records a request and sends it when the transaction commits.
     *
     * @param request its correlation id is made here, unless its options name one that was never used; its options name where
     *     the reply is expected
     * @param context what the caller needs to go on when the reply comes: nothing else is remembered
     * @param deadline how long to wait, from now; a reply that comes later is late
     * @return the Correlation Identifier
     * @throws MessagingException poison if the request cannot be encoded or recorded, transient if the database is away
     * @throws IllegalStateException if there is no transaction
     */
    <K, V> String ask(OutgoingMessage<K, V> request, byte[] context, Duration deadline);
}
