package io.tidings.replication;

import org.jspecify.annotations.Nullable;

/**
 * The instance that holds a key, or one of those that hold a part of the view, gave no answer in time, and nobody else may
 * answer in its place. Soon another instance takes over: the same call may succeed later.
 */
public final class UnansweredException extends ReplicationException {

    private static final long serialVersionUID = 1L;

    public UnansweredException(String message, @Nullable Throwable cause) {
        super(message, true, cause);
    }
}
