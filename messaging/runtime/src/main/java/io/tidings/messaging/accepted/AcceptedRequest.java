package io.tidings.messaging.accepted;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands: what its client may be told. Times are the database's.
 *
 * @param id what the client asks for it by
 * @param version 1 when it was accepted, and one more with each move. An entity tag (RFC 9110, section 8.8.3), and the version of
 *     the events that tell of it
 * @param dueAt when it has taken too long
 * @param endedAt when it reached a state that it does not leave; null while it is pending
 * @param cause what brought it there: the cause of its last {@link Move}
 * @param outcome what the client is told beside the state: why it failed, or where the result is
 */
public record AcceptedRequest<S extends Enum<S>>(
        String id,
        S state,
        long version,
        Instant acceptedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        String cause,
        @Nullable String outcome) {

    /** The cause of a request that has only been accepted. */
    public static final String ACCEPTED = "accepted";

    /** The cause of the end of a request that took too long. */
    public static final String TIMED_OUT = "timed-out";

    public boolean ended() {
        return endedAt != null;
    }
}
