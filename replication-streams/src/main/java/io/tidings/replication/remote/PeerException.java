package io.tidings.replication.remote;

import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An instance gives another one no rows. It never reaches who asks a view: that one hears what it means. */
public final class PeerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final PeerProblem problem;
    private final @Nullable String owner;

    PeerException(PeerProblem problem, String message, @Nullable String owner, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.owner = owner;
    }

    PeerException(PeerProblem problem, String message, @Nullable Throwable cause) {
        this(problem, message, null, cause);
    }

    /** Whether time was up, which says less of the reason than anything that was heard before. */
    boolean timedOut() {
        return getCause() instanceof TimeoutException || getCause() instanceof HttpTimeoutException;
    }

    public PeerProblem problem() {
        return problem;
    }

    /** Whom to ask instead, {@code host:port}, as far as the one who was asked knows. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }
}
