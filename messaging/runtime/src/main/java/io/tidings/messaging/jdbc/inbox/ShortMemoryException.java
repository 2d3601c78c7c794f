package io.tidings.messaging.jdbc.inbox;

/**
 * A receiver is told to forget messages that may still be delivered again, and to refuse that. Nothing was subscribed. Another
 * try fails, too, until the receiver remembers for longer or channel and dead letters keep less.
 */
public final class ShortMemoryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ShortMemoryException(String message) {
        super(message);
    }
}
