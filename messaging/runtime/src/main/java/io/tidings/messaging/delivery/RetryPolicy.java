package io.tidings.messaging.delivery;

import java.time.Duration;

/**
 * How often a message is tried, and how long to wait in between: twice as long after each failure.
 *
 * @param first the wait after the first failure
 * @param longest no wait is longer
 * @param attempts how many times a message is tried whose failures nobody can judge, the first time included
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

    /** From 100 ms to 10 s; five attempts. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(10), 5);

    public RetryPolicy {
        if (first.isNegative() || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException("Not a retry policy: " + first + ", " + longest + ", " + attempts);
        }
    }

    /** The wait after so many failures, counted from 1. */
    public Duration backoff(int failures) {
        // Beyond 2^30 every first wait of a nanosecond or more exceeds what anyone waits for; and the shift stays
        // positive.
        long factor = 1L << Math.min(Math.max(failures, 1) - 1, 30);
        long nanos = saturatedProduct(first.toNanos(), factor);
        return nanos >= longest.toNanos() ? longest : Duration.ofNanos(nanos);
    }

    private static long saturatedProduct(long nanos, long factor) {
        return nanos > Long.MAX_VALUE / factor ? Long.MAX_VALUE : nanos * factor;
    }
}
