package io.tidings.compat.baseline;

import io.tidings.asyncapi.ReadResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A base that cannot be used. Its message is for the user: it names the base and what is wrong. Trying again helps only
 * after the base, or its name, was corrected.
 */
public final class BaselineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ReadResult result;

    public BaselineException(String message) {
        super(message);
        this.result = null;
    }

    public BaselineException(String message, Throwable cause) {
        super(message, cause);
        this.result = null;
    }

    BaselineException(String message, ReadResult result) {
        super(message);
        this.result = result;
    }

    /** What reading the base said, where it was read and is no valid document. */
    public Optional<ReadResult> result() {
        return Optional.ofNullable(result);
    }
}
