package io.tidings.testing;

import io.tidings.messaging.StartPosition;
import io.tidings.messaging.delivery.Delivery;

/** A group in memory, as its members see it. */
interface InMemoryMembership {

    /** Where it begins, unless it has been here before. */
    void begin(StartPosition start);

    void join(Delivery<?> member);

    /** Waits for what this member has at hand. */
    void leave(Delivery<?> member) throws InterruptedException;

    /** How many messages are not done. */
    int waiting();

    /** Whether there is nothing to do. To be called with the broker's monitor. */
    boolean idle();
}
