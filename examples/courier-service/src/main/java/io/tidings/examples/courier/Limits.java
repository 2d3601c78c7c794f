package io.tidings.examples.courier;

import io.tidings.messaging.Gather;
import java.time.Duration;

/**
 * How long the service waits for couriers.
 *
 * @param bids how many bids are enough, and how long to wait for them
 * @param answer how long a courier may think about a delivery
 * @param position how long to wait before a courier's last known position has to do
 */
record Limits(Gather bids, Duration answer, Duration position) {

    static final Limits DEFAULT = new Limits(
            Gather.untilCount(5).within(Duration.ofSeconds(3)), Duration.ofMinutes(2), Duration.ofSeconds(1));
}
