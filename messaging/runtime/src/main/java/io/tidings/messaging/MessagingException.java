package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/** What the network or a peer did wrong. Every subclass says whether to try again. */
public abstract sealed class MessagingException extends RuntimeException
        permits TransientMessagingException,
                PoisonMessageException,
                FaultReplyException,
                UnreachableException,
                MissingTopicException {

    private static final long serialVersionUID = 1L;

    protected MessagingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed later. */
    public abstract boolean retryable();
}
