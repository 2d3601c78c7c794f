package io.tidings.replication.core;

/**
 * Whether a replica was away for so long that it may have missed deletes for ever. What it has not read yet was written after it
 * last stood at the end of its topics; a tombstone is kept for the topic's {@code delete.retention.ms} at least. So it has missed
 * none if it comes to the end again within that time.
 */
public final class Absence {

    /** Clocks of brokers and instances differ, and a cleaner does not wait for us. */
    private static final int MARGIN = 10;

    private Absence() {}

    /**
     * Decides.
     *
     * @param caughtUpAt when the replica last stood at the end, or began with nothing, in milliseconds since 1970
     * @param now in the same
     * @param deleteRetentionMillis the shortest of the view's topics; a tenth of it is kept as a margin
     */
    public static boolean tooLong(long caughtUpAt, long now, long deleteRetentionMillis) {
        return now - caughtUpAt >= deleteRetentionMillis - deleteRetentionMillis / MARGIN;
    }
}
