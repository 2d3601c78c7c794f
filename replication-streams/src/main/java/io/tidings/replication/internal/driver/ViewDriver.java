package io.tidings.replication.internal.driver;

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

    /** Stops, so that others may take over at once. What is stored stays. */
    @Override
    void close();

    /**
     * Removes what this instance has stored; only after {@link #close}. What instances share (topics, groups, tables) is not
     * touched.
     */
    void destroy();
}
