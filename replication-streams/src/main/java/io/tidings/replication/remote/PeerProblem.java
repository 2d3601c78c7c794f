package io.tidings.replication.remote;

import java.util.Locale;
import java.util.Optional;

/** Why an instance gives another one no rows, and under which HTTP status it says so. */
public enum PeerProblem {
    /** The partition is not here. Another one is named, if it is known. */
    NOT_MINE(421),
    /** It catches up, or partitions move. */
    NOT_READY(503),
    /** It did not come as far as was asked in time. */
    BEHIND(504),
    /** What was asked for is parked. */
    PARKED(409),
    /** It has not heard of the owner for longer than the view allows. */
    STALE(503),
    /** More than may be asked for at once. */
    TOO_MANY_ROWS(413),
    /** It has no such generation of a view: another version of the service runs there. */
    UNKNOWN_VIEW(404),
    /** It does not understand the query: another version of this library runs there. */
    UNREADABLE(400),
    /** It has too much to do. */
    BUSY(503),
    /** Something else. */
    FAILED(500);

    private final int status;

    PeerProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands in a header. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PeerProblem> of(String code) {
        for (PeerProblem problem : values()) {
            if (problem.code().equals(code)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }
}
