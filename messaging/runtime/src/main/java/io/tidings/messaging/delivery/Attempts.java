package io.tidings.messaging.delivery;

import org.jspecify.annotations.Nullable;

/** What has been tried with one message so far. Used by one thread at a time. */
public abstract class Attempts {

    private int failures;
    private int attemptsBefore;
    private @Nullable Throwable condemned;

    /** How often it has failed; since it was condemned, how often it could not be set aside. */
    public final int failures() {
        return failures;
    }

    /** It has failed once more. */
    protected final void failed() {
        failures++;
    }

    /** Why it will never be handled: from here on it is only to be set aside. Null while it may still be. */
    public final @Nullable Throwable condemned() {
        return condemned;
    }

    /** How often it was tried before it was condemned, that time included. */
    public final int attemptsBefore() {
        return attemptsBefore;
    }

    /** It will never be handled. */
    public final void condemn(Throwable cause) {
        condemned = cause;
        attemptsBefore = failures + 1;
        failures = 0;
    }
}
