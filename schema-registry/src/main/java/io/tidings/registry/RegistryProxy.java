package io.tidings.registry;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a registry that is down from taking its callers down: a deadline for each call, a bound on the calls under way, and a
 * circuit breaker that fails fast. It does not retry: callers know whether they can wait.
 */
final class RegistryProxy implements RegistryCalls {

    private static final String NAME = "schema-registry";

    private final RegistrySettings settings;
    private final RegistryCalls calls;
    private final Bulkhead bulkhead;
    private final CircuitBreaker circuit;

    RegistryProxy(RegistrySettings settings, RegistryCalls calls) {
        this.settings = settings;
        this.calls = calls;
        this.bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.maxOutstanding())
                        .maxWaitDuration(settings.requestTimeout())
                        .build());
        this.circuit = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(settings.circuitOpenFor())
                        // A definite answer, welcome or not, proves that the registry works.
                        .recordException(e -> !(e instanceof RegistryException answer) || answer.retryable())
                        .build());
    }

    @Override
    public JsonNode call(RegistryRequest request, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        if (!bulkhead.tryAcquirePermission()) {
            throw new RegistryUnreachableException(
                    "The schema registry at " + settings.where() + " is busy: " + settings.maxOutstanding()
                            + " calls were under way for " + within.toMillis() + " ms (settings '"
                            + RegistrySettings.MAX_OUTSTANDING + "' and '" + RegistrySettings.REQUEST_TIMEOUT_MS + "')",
                    0,
                    new FailedCall(request.subject(), settings.where(), RegistrySettings.MAX_OUTSTANDING),
                    null);
        }
        try {
            return circuit.executeSupplier(() -> calls.call(request, remaining(end)));
        } catch (CallNotPermittedException e) {
            throw new RegistryUnreachableException(
                    "The schema registry at " + settings.where() + " kept failing and is not called for up to "
                            + settings.circuitOpenFor().toMillis() + " ms. Its address is set by '"
                            + RegistrySettings.URL
                            + "'.",
                    0,
                    new FailedCall(request.subject(), settings.where(), RegistrySettings.URL),
                    e);
        } finally {
            bulkhead.onComplete();
        }
    }

    /** At least a moment: who waited long for a turn still asks, and is told properly that the time was short. */
    private static Duration remaining(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1)));
    }

    Duration deadline() {
        return settings.requestTimeout();
    }
}
