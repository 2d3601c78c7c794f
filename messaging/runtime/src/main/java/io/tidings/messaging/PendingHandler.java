package io.tidings.messaging;

import java.util.function.Function;

/**
 * Goes on where a pending request was asked, in a transaction that also records that it did: each request is resumed once,
 * whatever is delivered twice. Generated clients adapt typed {@link PendingOutcome}s to it.
 */
public interface PendingHandler {

    /** The reply has come, a fault perhaps. */
    void replied(byte[] context, Received<?, ?> reply) throws Exception;

    /** No reply has come in time. */
    void expired(byte[] context) throws Exception;

    /** A reply has come after that. */
    void late(byte[] context, Received<?, ?> reply) throws Exception;

    /**
     * Adapts a typed outcome.
     *
     * @param type the reply as the outcome sees it
     */
    static <C, R> PendingHandler of(
            ContextFormat<C> format,
            Function<? super Received<?, ?>, ? extends R> type,
            PendingOutcome<? super C, ? super R> outcome) {
        return new PendingHandler() {
            @Override
            public void replied(byte[] context, Received<?, ?> reply) throws Exception {
                C before = format.read(context);
                FaultReplyException fault = Replying.faultIn(reply).orElse(null);
                if (fault == null) {
                    outcome.replied(before, type.apply(reply));
                } else {
                    outcome.failed(before, fault);
                }
            }

            @Override
            public void expired(byte[] context) throws Exception {
                outcome.expired(format.read(context));
            }

            @Override
            public void late(byte[] context, Received<?, ?> reply) throws Exception {
                if (Replying.faultIn(reply).isEmpty()) {
                    outcome.late(format.read(context), type.apply(reply));
                }
            }
        };
    }
}
