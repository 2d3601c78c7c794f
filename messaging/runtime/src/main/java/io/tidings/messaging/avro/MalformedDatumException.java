package io.tidings.messaging.avro;

import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;

/** Bytes are not what the schema says. Reading the same bytes again fails again. */
public final class MalformedDatumException extends AvroRuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedDatumException(String message) {
        super(message);
    }

    public MalformedDatumException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
