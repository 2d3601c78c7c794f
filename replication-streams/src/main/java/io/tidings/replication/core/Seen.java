package io.tidings.replication.core;

import java.util.Arrays;

/**
 * How far a key's row has followed each of the logs that tell of it: the highest offset that has changed the row, by log. Most
 * rows follow one log; a view that is fed by two majors of a channel follows two. Immutable.
 */
public final class Seen {

    /** Nothing has changed the row yet. */
    public static final Seen NOTHING = new Seen(new long[0]);

    private static final long NONE = -1;

    /** By log; its length is one more than the highest log's number. */
    private final long[] offsets;

    private Seen(long[] offsets) {
        this.offsets = offsets;
    }

    /** One log only. */
    static Seen of(int log, long offset) {
        return NOTHING.and(log, offset);
    }

    /** This, and what stands at an offset of a log. */
    Seen and(int log, long offset) {
        if (includes(log, offset)) {
            return this;
        }
        long[] more = Arrays.copyOf(offsets, Math.max(offsets.length, log + 1));
        Arrays.fill(more, offsets.length, more.length, NONE);
        more[log] = offset;
        return new Seen(more);
    }

    /** Whether what stands there, or behind it in the same log, has changed the row. */
    boolean includes(int log, long offset) {
        return log < offsets.length && offsets[log] >= offset;
    }

    /** How many logs are counted. */
    int logs() {
        return offsets.length;
    }

    /** The highest offset of a log; -1 if none has changed the row. */
    long offset(int log) {
        return log < offsets.length ? offsets[log] : NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seen seen && Arrays.equals(offsets, seen.offsets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return Arrays.toString(offsets);
    }
}
