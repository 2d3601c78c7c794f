package io.tidings.replication.internal.generations;

import io.tidings.replication.internal.driver.ViewDriver;
import java.util.Optional;

/** Starts and removes generations of one view. */
public interface GenerationDrivers {

    /** Starts one that the wanted definition builds. */
    ViewDriver start(Generation generation);

    /**
     * Starts one that an earlier definition has built, to go on with it.
     *
     * @return empty if the definition of today cannot write such rows, or not read them
     */
    Optional<ViewDriver> carryOn(Generation generation);

    /** The number of the wanted definition's newest generation that other instances have; 0 if they have none. */
    int newestNumber();

    /**
     * Removes what is left of one that nobody here runs.
     *
     * @return false if others still use it, or it cannot be said: it is asked again later
     */
    boolean remove(Generation generation);

    /**
     * Whether who did not stand at the end of the view's channels between these times may have missed deletes.
     *
     * @param from milliseconds since 1970
     * @param to in the same
     */
    boolean awayTooLong(long from, long to);

    /** Finds and buries what was deleted while a generation was away; it goes on meanwhile. Returns when it is done. */
    void sweep(ViewDriver driver);
}
