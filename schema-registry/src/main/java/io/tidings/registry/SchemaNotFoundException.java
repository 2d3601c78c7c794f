package io.tidings.registry;

/** The registry has no such schema, subject or version, and said so: status 404. */
public final class SchemaNotFoundException extends RegistryException {

    private static final long serialVersionUID = 1L;

    SchemaNotFoundException(String message, FailedCall call) {
        super(message, false, 404, call, null);
    }
}
