package io.tidings.messaging.parking;

/**
 * How messages are parked.
 *
 * @param wholeKeys whether those of a key wait behind one that cannot be handled; else each is set aside by itself, and its
 *     successors overtake it
 * @param most how many keys of a partition may be parked; more than that, and the partition waits
 */
public record ParkingPolicy(boolean wholeKeys, int most) {

    /** Whole keys, up to 1,000 of a partition. */
    public static final ParkingPolicy DEFAULT = new ParkingPolicy(true, 1_000);
}
