package io.tidings.messaging;

/**
 * Turns payloads of an older major version into those of a newer one, so that whoever knows the newer one alone can work with
 * both. Generated where two majors of a document are generated side by side: complete where all follows from the schemas, and
 * else with a method for each thing that a person has to decide.
 *
 * <p>Total and pure: it gives a payload for every payload, changes nothing, remembers nothing, and may be called by several
 * threads at once.
 *
 * @param <O> the older payload
 * @param <N> the newer payload
 */
@FunctionalInterface
public interface Upcaster<O, N> {

    /**
     * The newer payload that says what the older one said.
     *
     * @throws PoisonMessageException if it cannot be said in the newer version
     */
    N upcast(O older);
}
