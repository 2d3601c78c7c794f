package io.tidings.messaging;

/**
 * Turns payloads of a newer major version into those of an older one, so that whoever knows the older one alone can go on. What
 * the older version has no place for is lost. Generated as {@link Upcaster}s are.
 *
 * <p>Total and pure: it gives a payload for every payload, changes nothing, remembers nothing, and may be called by several
 * threads at once.
 *
 * @param <N> the newer payload
 * @param <O> the older payload
 */
@FunctionalInterface
public interface Downcaster<N, O> {

    /**
     * The older payload that says what it can of the newer one.
     *
     * @throws PoisonMessageException if it cannot be said in the older version
     */
    O downcast(N newer);
}
