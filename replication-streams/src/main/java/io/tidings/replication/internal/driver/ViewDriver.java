package io.tidings.replication.internal.driver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps one generation of one view up to date: brings what the channels carry into a store. It is started by its own factory
 * method, which does not wait for data. Safe for use by several threads.
 */
public interface ViewDriver extends AutoCloseable {

    /** What it drives. */
    Replica replica();

    Rows rows();

    Progress progress();

    /** Whether it has caught up, and what stopped it for good. */
    Readiness readiness();

    /**
     * Changes a row outside of the flow of events, in the thread that writes it. Others who write the same key come before or
     * after it.
     *
     * @return whether a row was changed here: not if the key's partition is elsewhere, or the edit wanted nothing. Completed
     *     when readers see it; fails with a {@link io.tidings.messaging.TransientMessagingException} if partitions move or the
     *     driver is closed meanwhile, and may be repeated then
     */
    default CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException("Rows of '" + replica().view() + "' are changed by events alone"));
    }

    /** Whether rows are changed by events alone, so that {@link #edit} always fails. */
    default boolean changedByEventsAlone() {
        return false;
    }

    /** Where the view's partitions are, if instances share them. */
    default Placements placements() {
        return Placements.EVERYTHING_HERE;
    }

    /** Stops, so that others may take over at once. What is stored stays. */
    @Override
    void close();

    /**
     * Removes what this instance has stored; only after {@link #close}. What instances share (topics, groups, tables) is not
     * touched.
     */
    void destroy();
}
