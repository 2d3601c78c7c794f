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

    /** How it is: down for good when it has failed or was closed. */
    default Health health() {
        return running() ? Health.UP : Health.down("The subscription does not run");
    }

    /** How far it is. */
    default SubscriptionStatus status() {
        return SubscriptionStatus.UNKNOWN;
    }

    /** Stops: finishes the message at hand, commits what is done, leaves the group. */
    @Override
    void close();
}
