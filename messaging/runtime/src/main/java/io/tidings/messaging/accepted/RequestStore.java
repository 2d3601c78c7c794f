package io.tidings.messaging.accepted;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the requests of one kind stand, inside one transaction. What is locked stays so until the transaction ends. For those who
 * write a store; users see {@link AcceptedRequests}.
 */
public interface RequestStore<S extends Enum<S>> {

    /** The new request; empty if there is one with this id, also one that another transaction has just committed. */
    Optional<AcceptedRequest<S>> insert(String id, S initial, Duration patience, byte[] context);

    /** Waits for a transaction that has locked it. */
    Optional<AcceptedRequest<S>> lock(String id);

    Optional<AcceptedRequest<S>> find(String id);

    Optional<byte[]> context(String id);

    /**
     * One that is to be looked after by now and that nobody has locked, locked: it is pending and takes too long, or it has ended
     * and is to be undone.
     */
    Optional<AcceptedRequest<S>> lockDue();

    /**
     * Carries a move out: one version more, at the database's time. If it ends nothing is due any more, unless there is something
     * to undo: then that is due at once.
     */
    AcceptedRequest<S> update(String id, Move<S> move, boolean ends, boolean undo);

    /** Nothing is due any more. */
    void settle(String id);

    /** False if it has such a step. */
    boolean insertStep(String id, String name, byte[] context);

    /** The last step that has not been undone. */
    Optional<Step> lastStep(String id);

    void markUndone(String id, int step);

    /** False if that correlation id is taken. */
    boolean insertCorrelation(String id, String correlationId);

    Optional<String> correlated(String correlationId);
}
