package io.tidings.messaging.accepted;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a request is to go on.
 *
 * @param cause what brings it about, such as the id of a reply, or {@code "cancelled by the client"}: a move to the same state by
 *     the same cause is a duplicate, by another cause it comes too late
 * @param outcome what the client is told beside the state; null keeps what it was told before
 * @param ifVersion the version that whoever decided this has seen: the request must not have moved since. Empty if that does not
 *     matter
 * @param patience how long the request may take from now on; null leaves its deadline as it is
 */
public record Move<S extends Enum<S>>(
        S to,
        String cause,
        @Nullable String outcome,
        OptionalLong ifVersion,
        @Nullable Duration patience) {

    public Move {
        if (cause.isBlank()) {
            throw new IllegalArgumentException("A move needs a cause, or its duplicates could not be told from others");
        }
        if (patience != null && patience.isNegative()) {
            throw new IllegalArgumentException("A request may take some time, not " + patience);
        }
    }

    /** To this state, for this cause. */
    public static <S extends Enum<S>> Move<S> to(S state, String cause) {
        return new Move<>(state, cause, null, OptionalLong.empty(), null);
    }

    public Move<S> withOutcome(String value) {
        return new Move<>(to, cause, value, ifVersion, patience);
    }

    public Move<S> ifVersion(long value) {
        return new Move<>(to, cause, outcome, OptionalLong.of(value), patience);
    }

    public Move<S> withPatience(Duration value) {
        return new Move<>(to, cause, outcome, ifVersion, value);
    }
}
