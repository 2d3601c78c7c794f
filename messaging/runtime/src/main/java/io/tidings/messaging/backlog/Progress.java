package io.tidings.messaging.backlog;

/**
 * How far a partition is done, as it is committed.
 *
 * @param position everything below is done
 * @param metadata what is done above, as {@link DoneAbove} writes it; empty if nothing is
 * @param leaderEpoch the newest among what is done, or -1
 */
public record Progress(long position, String metadata, int leaderEpoch) {

    /** Of a partition that nothing was committed for. */
    public static final Progress NONE = new Progress(0, "", -1);
}
