package io.tidings.messaging;

/**
 * What becomes of a pending request. Of the first three exactly one takes effect; each is called inside a transaction, which is
 * rolled back and tried again if it throws.
 *
 * @param <C> what was recorded when it was asked
 * @param <R> the reply
 */
public interface PendingOutcome<C, R> {

    /** The reply has come. */
    void replied(C context, R reply) throws Exception;

    /** The replier answered that it failed. */
    void failed(C context, FaultReplyException fault) throws Exception;

    /** No reply has come in time. */
    void expired(C context) throws Exception;

    /** A reply, not a fault, has come after that: what was done may be undone here. By default nothing is. */
    default void late(C context, R reply) throws Exception {}
}
