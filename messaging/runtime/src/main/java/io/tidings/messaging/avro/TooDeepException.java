package io.tidings.messaging.avro;

import org.apache.avro.AvroRuntimeException;

/** A record holds records of its own kind in more levels than would be read again. */
public final class TooDeepException extends AvroRuntimeException {

    private static final long serialVersionUID = 1L;

    public TooDeepException(String message) {
        super(message);
    }
}
