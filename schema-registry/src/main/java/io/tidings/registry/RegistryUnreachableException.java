package io.tidings.registry;

import org.jspecify.annotations.Nullable;

/** The registry gave no answer that says anything: refused, too slow, too busy, or failing. Always worth trying again. */
public final class RegistryUnreachableException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryUnreachableException(String message, int status, FailedCall call, @Nullable Throwable cause) {
        super(message, true, status, call, cause);
    }
}
