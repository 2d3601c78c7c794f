package io.tidings.replication.internal.driver;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import java.util.Optional;

/** Understands what a channel carries. Used by several threads. */
@FunctionalInterface
public interface EventReader {

    /**
     * Reads one message that has a key.
     *
     * @return empty if it is of a kind that does not concern the view
     * @throws io.tidings.messaging.MessagingException only retryable ones: what can never be read is a {@link Event.Poison}
     */
    Optional<Event> read(EncodedMessage message, Received.Origin origin);
}
