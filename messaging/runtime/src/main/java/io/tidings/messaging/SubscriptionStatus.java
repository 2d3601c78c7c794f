package io.tidings.messaging;

/**
 * How far a subscription is.
 *
 * @param assigned how many partitions it has
 * @param paused how many of them it fetches nothing of for now
 * @param waiting messages that it has and that are not done
 * @param behind messages of its partitions that it does not have yet; -1 where nobody knows
 * @param parked keys whose messages go to the dead letter channel
 */
public record SubscriptionStatus(int assigned, int paused, long waiting, long behind, int parked) {

    /** Nothing is known. */
    public static final SubscriptionStatus UNKNOWN = new SubscriptionStatus(0, 0, 0, -1, 0);
}
