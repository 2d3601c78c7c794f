package io.tidings.registry;

import java.util.List;

/** The subject's compatibility level does not allow the schema: status 409. */
public final class IncompatibleSchemaException extends RegistryException {

    private static final long serialVersionUID = 1L;

    /** A serializable list: exceptions are. */
    private final String[] reasons;

    IncompatibleSchemaException(String message, List<String> reasons, FailedCall call) {
        super(message, false, 409, call, null);
        this.reasons = reasons.toArray(String[]::new);
    }

    /** Why, one sentence each, as far as the registry says. */
    public List<String> reasons() {
        return List.of(reasons);
    }
}
