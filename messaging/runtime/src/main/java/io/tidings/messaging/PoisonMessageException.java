package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/** This message will never get through: it cannot be encoded or decoded, or its handler refuses it for good. */
public final class PoisonMessageException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public PoisonMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
