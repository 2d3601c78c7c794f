package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/** A broker, registry or database is away for now, or a deadline has passed: the same call may succeed later. */
public sealed class TransientMessagingException extends MessagingException
        permits CircuitOpenException, TooManyRequestsException {

    private static final long serialVersionUID = 1L;

    public TransientMessagingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final boolean retryable() {
        return true;
    }
}
