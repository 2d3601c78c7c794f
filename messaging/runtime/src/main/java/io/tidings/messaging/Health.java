package io.tidings.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether a client does its work.
 *
 * @param reasons why it does not, for people; empty when it is up
 */
public record Health(Status status, List<String> reasons) {

    /** From good to bad. */
    public enum Status {
        /** It does its work. */
        UP,
        /** It cannot for now, or not for all; it goes on trying, and to start it again would not help. */
        DEGRADED,
        /** It has ended: what is not started again never works again. */
        DOWN
    }

    /** It does its work. */
    public static final Health UP = new Health(Status.UP, List.of());

    public Health {
        reasons = List.copyOf(reasons);
    }

    /** It cannot work for now, or not for all. */
    public static Health degraded(String reason) {
        return new Health(Status.DEGRADED, List.of(reason));
    }

    /** It has ended. */
    public static Health down(String reason) {
        return new Health(Status.DOWN, List.of(reason));
    }

    /** Of several clients: the worst of them, for all their reasons. */
    public static Health of(Collection<Health> parts) {
        Status worst = Status.UP;
        List<String> reasons = new ArrayList<>();
        for (Health part : parts) {
            worst = part.status.compareTo(worst) > 0 ? part.status : worst;
            reasons.addAll(part.reasons);
        }
        return new Health(worst, reasons);
    }

    /** Liveness: whether it may go on. If not, only a new start helps. */
    public boolean live() {
        return status != Status.DOWN;
    }

    /** Readiness: whether it does its work now. */
    public boolean ready() {
        return status == Status.UP;
    }
}
