package io.tidings.registry;

/** The registry, or the way to it, failed. Says whether it is worth trying again. */
public class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final int status;

    public RegistryException(String message, boolean retryable, int status, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.status = status;
    }

    public RegistryException(String message, boolean retryable, int status) {
        super(message);
        this.retryable = retryable;
        this.status = status;
    }

    /** Whether the same call may succeed later: true for time-outs, refused connections, open circuits, 429 and 5xx. */
    public boolean retryable() {
        return retryable;
    }

    /** The HTTP status, or 0 where there was no answer. A 404 to a schema id means that the message is poison. */
    public int status() {
        return status;
    }
}
