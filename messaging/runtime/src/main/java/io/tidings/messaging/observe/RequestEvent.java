package io.tidings.messaging.observe;

import org.jspecify.annotations.Nullable;

/** What becomes of requests and their replies. */
public sealed interface RequestEvent extends MessagingEvent {

    /** The address of the channel on which the requestor listens. */
    String replies();

    /** A request is outstanding from now on. */
    record Asked(String replies, String correlationId) implements RequestEvent {}

    /**
     * Its reply has come.
     *
     * @param nanos since it was asked
     */
    record Answered(String replies, String correlationId, long nanos) implements RequestEvent {}

    /**
     * It was not sent, or its reply is a fault or cannot be read.
     *
     * @param nanos since it was asked
     */
    record RequestFailed(String replies, String correlationId, long nanos, Throwable cause) implements RequestEvent {}

    /**
     * Its deadline has passed.
     *
     * @param nanos since it was asked
     */
    record Expired(String replies, String correlationId, long nanos) implements RequestEvent {}

    /** It was never asked: no room, a breaker is open, the requestor is closed. */
    record Rejected(String replies, String correlationId, Throwable cause) implements RequestEvent {}

    /**
     * A reply came that nobody waits for.
     *
     * @param correlationId null if it has none
     */
    record StrayReply(String replies, @Nullable String correlationId, Stray stray) implements RequestEvent {}

    /**
     * The circuit breaker has changed.
     *
     * @param state closed, open or half-open
     */
    record BreakerChanged(String replies, BreakerState state) implements RequestEvent {}

    /** Why nobody waits for a reply. */
    enum Stray {
        /** The deadline of its request had passed. */
        LATE,
        /** Its request had been answered. */
        DUPLICATE,
        /** It answers somebody else's request, as on a shared channel most do, or nobody's. */
        UNKNOWN
    }

    /** Whether a circuit breaker lets requests pass. */
    enum BreakerState {
        CLOSED,
        OPEN,
        /** It lets a few pass, to find out. */
        HALF_OPEN
    }
}
