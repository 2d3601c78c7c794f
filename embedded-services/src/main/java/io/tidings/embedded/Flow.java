package io.tidings.embedded;

import java.time.Duration;

/**
 * What becomes of bytes that flow in one direction.
 *
 * @param stalled whether they wait until there is another flow
 * @param swallowed whether they are lost
 * @param leastDelay of a piece, in nanoseconds
 * @param mostDelay of a piece, in nanoseconds
 * @param seed of delays between the two
 * @param most so many bytes pass at once
 * @param pause after each time, in nanoseconds
 */
record Flow(boolean stalled, boolean swallowed, long leastDelay, long mostDelay, long seed, int most, long pause) {

    static final Flow FREE = new Flow(false, false, 0, 0, 0, Integer.MAX_VALUE, 0);
    static final Flow STALLED = new Flow(true, false, 0, 0, 0, Integer.MAX_VALUE, 0);
    static final Flow SWALLOWED = new Flow(false, true, 0, 0, 0, Integer.MAX_VALUE, 0);

    static Flow delayed(Duration least, Duration most, long seed) {
        if (least.isNegative() || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("No delay is between " + least + " and " + most);
        }
        return new Flow(false, false, least.toNanos(), most.toNanos(), seed, Integer.MAX_VALUE, 0);
    }

    static Flow trickling(int bytes, Duration pause) {
        if (bytes < 1) {
            throw new IllegalArgumentException("Nothing passes with " + bytes + " bytes at a time");
        }
        return new Flow(false, false, 0, 0, 0, bytes, pause.toNanos());
    }
}
