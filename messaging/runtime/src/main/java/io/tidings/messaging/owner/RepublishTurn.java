package io.tidings.messaging.owner;

import io.tidings.messaging.MessageSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a republication stands on: rows, sink and progress.
 *
 * <p><b>An older version must not land in the log behind a newer one.</b> Replicas that have seen both would not mind, but
 * compaction keeps the last record of each key: a replica that begins later would be told the older one alone. There are two
 * ways to see to it. A turn that is a database transaction with an outbox locks the rows that it reads ({@code SELECT … FOR
 * UPDATE}): who changes an entity then draws a later outbox id. A turn without locks answers {@link #changedSince}: who was
 * changed while it was being published is published again.
 */
public interface RepublishTurn<K, V> {

    /** What {@link #keep} was told last, in this or any earlier run; {@link RepublishProgress#START} if nothing. */
    RepublishProgress progress();

    /**
     * The next entities, in the order of their places.
     *
     * @param place of the last one before them; null for the first
     * @param limit how many, at most
     * @return none if there are none behind that place
     */
    List<Entity<K, V>> after(@Nullable String place, int limit);

    /** Where they are published. */
    MessageSink sink();

    /**
     * Those of these entities that are now different from what was read, as they are now. Asked when they have been published.
     *
     * @return nothing where the turn keeps locks on what it has read, which is what this answers unless it is overridden
     */
    default List<Entity<K, V>> changedSince(List<Entity<K, V>> published) {
        return List.of();
    }

    /** Keeps the progress; in the same transaction, where the turn is one. */
    void keep(RepublishProgress progress);
}
