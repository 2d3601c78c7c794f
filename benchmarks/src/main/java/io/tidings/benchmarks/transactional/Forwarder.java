package io.tidings.benchmarks.transactional;

import java.sql.SQLException;

/** Something that sends what stands in the outbox, from its making until it is closed. */
interface Forwarder extends AutoCloseable {

    /** Is told that messages were committed. */
    default void wake() {}

    /** Whether it has sent so many messages since it was made, and has written down that it has. */
    boolean hasSent(long messages) throws SQLException;

    @Override
    void close();

    /** Makes one. */
    @FunctionalInterface
    interface Start {
        Forwarder on(Site site) throws Exception;
    }
}
