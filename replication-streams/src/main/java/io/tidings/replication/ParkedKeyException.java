package io.tidings.replication;

/**
 * The change that a reader asked for has arrived and could not be understood: its key is parked, and waiting does not help. A
 * newer event of the owner's, or a reader that understands the event, heals it.
 */
public final class ParkedKeyException extends ReplicationException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public ParkedKeyException(String view, String reason) {
        super("View '" + view + "' has the key parked: " + reason, false, null);
        this.reason = reason;
    }

    /** Why the event could not be understood, for people. */
    public String reason() {
        return reason;
    }
}
