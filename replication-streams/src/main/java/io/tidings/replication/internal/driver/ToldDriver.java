package io.tidings.replication.internal.driver;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;

/**
 * A driver that a test tells its messages, instead of a broker: each is applied, and seen by readers, before the call returns. It is
 * ready from its start. Messages are told by one thread; any may read.
 */
public interface ToldDriver extends ViewDriver {

    /**
     * Takes a message in.
     *
     * @throws io.tidings.messaging.MessagingException a retryable one, if it cannot be read for now
     */
    void receive(EncodedMessage message, Received.Origin origin);

    /** There is nothing more to be told, as of now. */
    void caughtUp();

    /** Removes the graves that were kept for long enough. */
    void sweep();

    /** Nothing: what is kept belongs to the test. */
    @Override
    default void destroy() {}
}
