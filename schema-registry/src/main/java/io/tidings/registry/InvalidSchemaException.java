package io.tidings.registry;

import org.jspecify.annotations.Nullable;

/** What was sent (status 422) or what the registry holds (status 200) is no Avro schema. */
public final class InvalidSchemaException extends RegistryException {

    private static final long serialVersionUID = 1L;

    InvalidSchemaException(String message, int status, FailedCall call, @Nullable Throwable cause) {
        super(message, false, status, call, cause);
    }
}
