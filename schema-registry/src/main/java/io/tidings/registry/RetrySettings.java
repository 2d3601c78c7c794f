package io.tidings.registry;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How often and when to try again what failed at every URL.
 *
 * @param max rounds over all URLs after the first
 * @param firstWait before the first of them; doubled from then on
 */
record RetrySettings(int max, Duration firstWait, Duration maxWait) {

    private static final double DOUBLED = 2;
    private static final double JITTER = 0.5;

    /** Between half and one and a half times what it would be, so that clients that failed together do not return together. */
    Duration pause(int retry) {
        IntervalFunction backOff = IntervalFunction.ofExponentialRandomBackoff(
                firstWait.toMillis(), DOUBLED, JITTER, Math.max(maxWait.toMillis(), firstWait.toMillis()));
        return Duration.ofMillis(backOff.apply(retry));
    }
}
