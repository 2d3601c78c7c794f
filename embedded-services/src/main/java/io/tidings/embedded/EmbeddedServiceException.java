package io.tidings.embedded;

import org.jspecify.annotations.Nullable;

/** A service or child process did not start, did not get ready in time, or refused what was asked of it. */
public final class EmbeddedServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EmbeddedServiceException(String message) {
        this(message, null);
    }

    public EmbeddedServiceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
