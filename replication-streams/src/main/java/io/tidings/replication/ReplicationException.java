package io.tidings.replication;

import org.jspecify.annotations.Nullable;

/**
 * A replica cannot start, or has stopped for good. A broker that does not answer is an {@link
 * io.tidings.messaging.UnreachableException} instead.
 */
public final class ReplicationException extends RuntimeException {

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
