package io.tidings.messaging.proxy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.tidings.messaging.CircuitOpenException;
import io.tidings.messaging.observe.RequestEvent.BreakerState;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The health of those who answer at one address. */
final class Circuit {

    /** How many are tried before it closes again: one reply could be luck, and one that is lost, bad luck. */
    private static final int TRIALS = 3;

    private final String address;
    private final BreakerSettings settings;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant openSince = Instant.EPOCH;
    private volatile @Nullable Throwable lastFailure;

    Circuit(String address, BreakerSettings settings, Clock clock, Consumer<BreakerState> changes) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                address,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(Math.max(1, settings.window() / 2))
                        .failureRateThreshold(settings.failureRate())
                        .permittedNumberOfCallsInHalfOpenState(Math.min(TRIALS, settings.window()))
                        .waitDurationInOpenState(settings.openFor())
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            State now = event.getStateTransition().getToState();
            if (now == State.OPEN) {
                openSince = clock.instant();
            }
            changes.accept(
                    switch (now) {
                        case OPEN, FORCED_OPEN -> BreakerState.OPEN;
                        case HALF_OPEN -> BreakerState.HALF_OPEN;
                        default -> BreakerState.CLOSED;
                    });
        });
    }

    /** Whether to ask. Each permission is followed by one of {@link #answered}, {@link #failed} and {@link #unused}. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable failure) {
        lastFailure = failure;
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** Nobody was asked, or nobody waits for the answer: that says nothing of those who answer. */
    void unused() {
        breaker.releasePermission();
    }

    boolean open() {
        return breaker.getState() == State.OPEN;
    }

    /** While a few are tried, the others wait for what comes of these, which may be at once. */
    CircuitOpenException refusal() {
        Instant since = openSince;
        Instant end = since.plus(settings.openFor());
        Instant now = clock.instant();
        return new CircuitOpenException(address, since, end.isBefore(now) ? now : end, lastFailure);
    }
}
