package io.tidings.messaging.delivery;

import org.jspecify.annotations.Nullable;

/** What has been tried with one message so far. */
public interface Attempts {

    /** How often it has failed; since it was condemned, how often it could not be set aside. */
    int failures();

    /** Why it will never be handled: from here on it is only to be set aside. Null while it may still be. */
    @Nullable Throwable condemned();

    /** How often it was tried before it was condemned, that time included. */
    int attemptsBefore();

    /** It will never be handled. */
    void condemn(Throwable cause);
}
