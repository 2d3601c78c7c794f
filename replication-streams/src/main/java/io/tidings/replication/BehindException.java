package io.tidings.replication;

/**
 * A view did not come as far as its reader asked within the time that was given; the message says how far it has come. The same
 * call may succeed later.
 */
public final class BehindException extends ReplicationException {

    private static final long serialVersionUID = 1L;

    public BehindException(String message) {
        super(message, true, null);
    }
}
