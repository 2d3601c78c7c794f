package io.tidings.messaging;

import java.time.Duration;

/** A running subscription. Safe for use by several threads. */
public interface Subscription extends AutoCloseable {

    /**
     * Waits until messages can arrive: the group has given this member its share of the channel.
     *
     * @return false if that took longer
     */
    boolean awaitReady(Duration deadline) throws InterruptedException;

    /** Whether it still runs: neither closed nor failed for good. */
    boolean running();

    /** Stops: finishes the message at hand, commits what is done, leaves the group. */
    @Override
    void close();
}
