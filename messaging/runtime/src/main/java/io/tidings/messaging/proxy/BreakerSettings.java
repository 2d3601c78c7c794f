package io.tidings.messaging.proxy;

import java.time.Duration;

/**
 * When a circuit opens, and for how long.
 *
 * @param failureRate so many of a hundred requests must fail; 0 never opens it
 * @param window how many of the last requests are looked at; none is judged before half of them are there
 * @param openFor how long no request is sent, before a few are tried
 */
public record BreakerSettings(int failureRate, int window, Duration openFor) {

    /** Half of the last 20 requests failed: open for 5 s. */
    public static final BreakerSettings DEFAULT = new BreakerSettings(50, 20, Duration.ofSeconds(5));

    /** A circuit that never opens. */
    public static final BreakerSettings OFF = new BreakerSettings(0, 1, Duration.ofMillis(1));

    public BreakerSettings {
        if (failureRate < 0 || failureRate > 100) {
            throw new IllegalArgumentException("A failure rate is from 0 to 100 percent, not " + failureRate);
        }
        if (window < 1 || openFor.toMillis() < 1) {
            throw new IllegalArgumentException("Not a breaker: window " + window + ", open for " + openFor);
        }
    }
}
