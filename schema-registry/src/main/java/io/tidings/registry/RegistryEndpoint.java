package io.tidings.registry;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the registry's URLs and its health. */
final class RegistryEndpoint {

    /** Who was given less than this part of the time that a call has is not to blame for having been too slow. */
    private static final int FAIR_SHARE = 20;

    private final URI base;
    private final RegistrySettings settings;
    private final CircuitBreaker circuit;
    private volatile @Nullable RegistryException lastFailure;

    RegistryEndpoint(URI base, RegistrySettings settings) {
        this.base = base;
        this.settings = settings;
        this.circuit = CircuitBreaker.of(
                base.toString(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(settings.circuitOpenFor())
                        .build());
    }

    URI base() {
        return base;
    }

    /** Whether it would be asked now, as far as one can tell. */
    boolean open() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    /** Each permission is followed by one of {@link #answered} and {@link #failed}. */
    boolean permits() {
        return circuit.tryAcquirePermission();
    }

    /** With a definite answer, welcome or not: it proves that the registry works. */
    void answered() {
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /**
     * Without one.
     *
     * @param nanos how long it was given
     */
    void failed(RegistryException failure, long nanos) {
        boolean askedToWait = failure.status() == 429;
        boolean hurried = nanos < settings.requestTimeout().toNanos() / FAIR_SHARE;
        boolean givenUp = Thread.currentThread().isInterrupted() || failure instanceof RegistryClosedException;
        if (askedToWait || hurried || givenUp) {
            circuit.releasePermission();
        } else {
            lastFailure = failure;
            circuit.onError(0, TimeUnit.NANOSECONDS, failure);
        }
    }

    RegistryUnreachableException leftAlone(@Nullable String subject) {
        RegistryException last = lastFailure;
        return new RegistryUnreachableException(
                "The schema registry at " + base + " kept failing and is not called for up to "
                        + settings.circuitOpenFor().toMillis() + " ms. "
                        + (last == null
                                ? "Its address is set by '" + RegistrySettings.URL + "'."
                                : "Before: " + last.getMessage()),
                last == null ? 0 : last.status(),
                new FailedCall(
                        subject,
                        /* url= */ base.toString(),
                        /* setting= */ last == null ? RegistrySettings.URL : last.setting()),
                CallNotPermittedException.createCallNotPermittedException(circuit));
    }
}
