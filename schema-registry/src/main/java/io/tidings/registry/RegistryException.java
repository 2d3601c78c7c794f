package io.tidings.registry;

import org.jspecify.annotations.Nullable;

/**
 * The registry, or the way to it, failed. Says whether it is worth trying again. The message names subject, URL and setting as
 * far as they are known, and never holds credentials.
 */
public class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final int status;
    private final @Nullable String subject;
    private final @Nullable String url;
    private final @Nullable String setting;

    public RegistryException(String message, boolean retryable, int status, Throwable cause) {
        this(message, retryable, status, FailedCall.UNKNOWN, cause);
    }

    public RegistryException(String message, boolean retryable, int status) {
        this(message, retryable, status, FailedCall.UNKNOWN, null);
    }

    RegistryException(String message, boolean retryable, int status, FailedCall call, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.status = status;
        this.subject = call.subject();
        this.url = call.url();
        this.setting = call.setting();
    }

    /** Whether the same call may succeed later: true for time-outs, refused connections, open circuits, 429 and 5xx. */
    public boolean retryable() {
        return retryable;
    }

    /** The HTTP status, or 0 where there was no answer. A 404 to a schema id means that the message is poison. */
    public int status() {
        return status;
    }

    /** The subject that was asked about, if it was one. */
    public @Nullable String subject() {
        return subject;
    }

    /** The base URL, or all of them where none was called, without credentials. */
    public @Nullable String url() {
        return url;
    }

    /** The key to look at first, for example {@code schema.registry.url}. */
    public @Nullable String setting() {
        return setting;
    }
}
