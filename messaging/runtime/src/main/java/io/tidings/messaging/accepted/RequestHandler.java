package io.tidings.messaging.accepted;

/**
 * What is done about a request that failed. Each call is made inside a transaction that also records that it was made, so its
 * effects, messages in the outbox among them, happen once. If it throws, all is rolled back and it is called again later.
 */
public interface RequestHandler<S extends Enum<S>> {

    /** The request took too long, and has just ended in its {@link Lifecycle}'s state for that. */
    void timedOut(AcceptedRequest<S> request) throws Exception;

    /**
     * Undoes a step of a request that ended in a state that undoes. It is known that the step was begun, not that it had an effect:
     * its message may not even have been sent. Whoever is told must take a cancellation that comes before what it cancels.
     */
    void undo(AcceptedRequest<S> request, Step step) throws Exception;
}
