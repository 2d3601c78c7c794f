package io.tidings.examples.support;

import org.jspecify.annotations.Nullable;

/** Why a service cannot start, in one sentence for the operator. */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
