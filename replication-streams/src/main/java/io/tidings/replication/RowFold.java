package io.tidings.replication;

import java.util.Optional;

/**
 * Makes a row of the row before and an event, where the event does not bring the whole row along: the fold of a view in Java.
 * Called by several threads, each for keys of its own; it must depend on nothing but its arguments, since an event may be folded
 * again after a crash.
 *
 * <p>The guard stands before it: an event that is older than the row, or as old, is not folded. What is skipped on the way (the
 * owner's log was compacted, versions came in another order) is therefore never seen: a fold suits events that say what is true
 * now of a part of the entity, not differences.
 *
 * @param <T> the event
 * @param <V> the row
 */
@FunctionalInterface
public interface RowFold<T, V> {

    /**
     * The row after the event.
     *
     * @param before empty if the entity does not live
     * @return empty if the entity is gone now
     * @throws RuntimeException if the event cannot be applied: its key is parked with the reason
     */
    Optional<V> fold(Optional<V> before, T event);
}
