package io.tidings.registry;

/** The client was closed, before the call or while it was under way. */
public final class RegistryClosedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryClosedException() {
        super("This client of the schema registry is closed", false, 0, FailedCall.UNKNOWN, null);
    }
}
