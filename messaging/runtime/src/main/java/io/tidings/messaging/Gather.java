package io.tidings.messaging;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long to collect replies to one request. It ends with what comes first: enough answers, one that decides, or the
 * deadline. Faults are answers too.
 *
 * @param count so many answers are enough
 * @param deadline how long to wait for them; what has come by then is what there is
 * @param last whether a reply makes all that came enough
 */
public record Gather(int count, Duration deadline, Predicate<? super Received<?, ?>> last) {

    /** So that those who answer cannot fill the memory of the one who asks. */
    public static final int MOST = 10_000;

    public Gather {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("From 1 to " + MOST + " answers can be collected, not " + count);
        }
    }

    /** Until so many have answered, or the deadline has passed. */
    public static Count untilCount(int count) {
        return new Count(count);
    }

    /** Whatever comes within this time, up to {@value #MOST} answers. */
    public static Gather untilDeadline(Duration deadline) {
        return untilCount(MOST).within(deadline);
    }

    /** Ends also with a reply that decides, such as the first bid that is low enough. */
    public Gather orUntil(Predicate<? super Received<?, ?>> decides) {
        return new Gather(count, deadline, decides);
    }

    /** So many answers; needs a deadline too, since nobody has to answer. */
    public record Count(int count) {
        public Gather within(Duration deadline) {
            return new Gather(count, deadline, reply -> false);
        }
    }
}
