package io.tidings.messaging.accepted;

import java.time.Duration;
import java.util.Optional;

/**
 * Requests that were accepted and are finished later, inside one transaction: what is done here is committed together with the
 * business rows and the messages of that transaction, or not at all. Belongs to the transaction's thread.
 *
 * <p>Each call that changes a request locks it first, so that two at once are one after the other, and whoever is second is told so
 * by the {@link Verdict}. Messages about a request that are written to the outbox after such a call are therefore sent in its order.
 *
 * <p>All throw {@link io.tidings.messaging.MessagingException} if the store fails, which says whether to retry.
 */
public interface AcceptedRequests<S extends Enum<S>> {

    /**
     * Accepts a request.
     *
     * @param id unique among the requests of its kind. Taken from the client (an idempotency key) it makes accepting idempotent
     * @param patience how long it may take from now on
     * @param context anything that should be remembered with it, as {@link io.tidings.messaging.ContextFormat} writes it
     * @return {@code DUPLICATE} if there is one with this id: nothing was changed, and the caller does nothing either
     */
    Change<S> accept(String id, Duration patience, byte[] context);

    /** The same with nothing to remember. */
    default Change<S> accept(String id, Duration patience) {
        return accept(id, patience, new byte[0]);
    }

    /**
     * Has a request go on, as its {@link Lifecycle} allows.
     *
     * @return whether it did; a caller who is not told {@code APPLIED} does nothing of what goes with the move
     */
    Change<S> move(String id, Move<S> move);

    /**
     * Records that a step begins which is to be undone if the request fails: in the transaction that begins it, such as by writing
     * a command into the outbox.
     *
     * @param name unique among the request's steps
     * @param context what {@link RequestHandler#undo} will need
     * @return {@code LATE} if the request has ended, {@code DUPLICATE} if the step was recorded before: then it must not begin
     */
    Change<S> step(String id, String name, byte[] context);

    /** The same with nothing needed to undo it but the request's id. */
    default Change<S> step(String id, String name) {
        return step(id, name, new byte[0]);
    }

    /**
     * Remembers that events with this correlation id are about the request.
     *
     * @return {@code DUPLICATE} if that was known, {@code LATE} if the correlation id belongs to another request
     */
    Verdict correlate(String id, String correlationId);

    /** Which request events with this correlation id are about. */
    Optional<String> correlated(String correlationId);

    /** Where a request stands, without locking it. */
    Optional<AcceptedRequest<S>> find(String id);

    /** What was remembered when it was accepted. */
    Optional<byte[]> context(String id);
}
