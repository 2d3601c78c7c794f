package io.tidings.replication;

/** More rows were asked for at once than a limit allows: ask for a narrower range, or page through it. */
public final class TooManyRowsException extends ReplicationException {

    private static final long serialVersionUID = 1L;

    public TooManyRowsException(String message) {
        super(message, false, null);
    }
}
