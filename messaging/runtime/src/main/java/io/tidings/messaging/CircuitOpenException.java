package io.tidings.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nobody is asked for now, since those who were asked kept failing to answer. */
public final class CircuitOpenException extends TransientMessagingException {

    private static final long serialVersionUID = 1L;

    private final String address;
    private final Instant since;
    private final Instant nextAttempt;

    /**
     * Says when it ends.
     *
     * @param cause the last failure before, if it is known
     */
    public CircuitOpenException(String address, Instant since, Instant nextAttempt, @Nullable Throwable cause) {
        super(
                "Requests to '" + address + "' kept failing: none is sent since " + since + ", the next one at "
                        + nextAttempt + (cause == null ? "" : ". Before: " + cause.getMessage()),
                cause);
        this.address = address;
        this.since = since;
        this.nextAttempt = nextAttempt;
    }

    /** Where the requests went. */
    public String address() {
        return address;
    }

    /** Since when none is sent. */
    public Instant since() {
        return since;
    }

    /** When a request is sent again, to find out whether it is answered. */
    public Instant nextAttempt() {
        return nextAttempt;
    }
}
