package io.tidings.replication;

import org.jspecify.annotations.Nullable;

/**
 * A replica cannot start, has stopped for good, or cannot answer as it was asked: its subclasses say which. A broker that does not answer is an {@link
 * io.tidings.messaging.UnreachableException} instead.
 */
public sealed class ReplicationException extends RuntimeException
        permits StaleReplicaException, BehindException, ParkedKeyException, UnansweredException, TooManyRowsException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    ReplicationException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether starting again may succeed later, with nothing changed here. */
    public boolean retryable() {
        return retryable;
    }
}
