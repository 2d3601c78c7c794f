package io.tidings.messaging;

import java.util.List;

/**
 * Where a relay puts what it took from an outbox: all of a batch or nothing, and nothing from a predecessor once a successor
 * has opened. Used by one thread.
 */
public interface TransactionalSink extends AutoCloseable {

    /**
     * Sends a batch in order and waits until the broker has committed it.
     *
     * @throws MessagingException transient: the whole batch may be sent again; poison: a message can never be sent
     * @throws FencedException if a successor has taken over: stop
     */
    void send(List<EncodedMessage> batch);

    @Override
    void close();

    /** A successor has taken over. */
    final class FencedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public FencedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
