package io.tidings.registry;

/**
 * The registry gives an id to another schema than it did before. Messages that bear the id could be read wrongly, so nothing is
 * read or written with it until somebody decides.
 */
public final class SchemaConflictException extends RegistryException {

    private static final long serialVersionUID = 1L;

    SchemaConflictException(String message, FailedCall call) {
        super(message, false, 0, call, null);
    }
}
