package io.tidings.replication.core;

import org.jspecify.annotations.Nullable;

/** What an event does to a row's value, where it does not bring the whole value along. */
@FunctionalInterface
public interface Step {

    /**
     * The value after the event.
     *
     * @param before the entity's value; null if it does not live
     * @return null if the entity is gone now
     * @throws RuntimeException if this event cannot be applied to that value: it is poison then
     */
    @Nullable RowValue after(@Nullable RowValue before);
}
