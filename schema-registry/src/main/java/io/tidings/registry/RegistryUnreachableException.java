package io.tidings.registry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The registry gave no answer that says anything: refused, too slow, too busy, or failing. Always worth trying again. */
public final class RegistryUnreachableException extends RegistryException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    RegistryUnreachableException(String message, int status, FailedCall call, @Nullable Throwable cause) {
        super(message, true, status, call, cause);
        this.retryAfter = null;
    }

    RegistryUnreachableException(String message, int status, FailedCall call, @Nullable Duration retryAfter) {
        super(message, true, status, call, null);
        this.retryAfter = retryAfter;
    }

    /** How long the registry asked to be left alone, if it did (RFC 9110 section 10.2.3). */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
