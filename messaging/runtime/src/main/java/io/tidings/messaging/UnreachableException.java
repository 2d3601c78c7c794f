package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/** A service that is needed to start does not answer. The message names what, where, and the setting to change. */
public final class UnreachableException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String what, String where, String setting, @Nullable Throwable cause) {
        super(
                what + " at " + where + " does not answer. Is it running? The address is set by '" + setting + "'.",
                cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
