package io.tidings.registry;

import org.jspecify.annotations.Nullable;

/** Something answered, but not as a schema registry does. */
public final class MalformedAnswerException extends RegistryException {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message, boolean retryable, FailedCall call, @Nullable Throwable cause) {
        super(message, retryable, 0, call, cause);
    }
}
