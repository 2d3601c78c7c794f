package io.tidings.registry;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a registry that is down from taking its callers down: a deadline for each call, a bound on the calls under way, a
 * circuit breaker for each URL, and, while time is left, another try.
 */
final class RegistryProxy implements AutoCloseable {

    private final RegistrySettings settings;
    private final PendingCalls pending = new PendingCalls();
    private final RegistryEndpoints endpoints;
    private final Bulkhead bulkhead;

    RegistryProxy(RegistrySettings settings) {
        this.settings = settings;
        HttpCalls http = new HttpCalls(settings, pending);
        this.endpoints = new RegistryEndpoints(settings, http, Credentials.of(settings.credentials(), http));
        this.bulkhead = Bulkhead.of(
                "schema-registry",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.maxOutstanding())
                        .maxWaitDuration(settings.requestTimeout())
                        .build());
    }

    Deadline deadline() {
        return Deadline.in(settings.requestTimeout());
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @return what the registry answered with a status of 200
     * @throws RegistryException for every other answer, and for none within the time
     */
    JsonNode call(RegistryRequest request, Deadline deadline) {
        pending.checkOpen();
        if (!bulkhead.tryAcquirePermission()) {
            throw busy(request);
        }
        try {
            return insist(request, deadline);
        } finally {
            bulkhead.onComplete();
        }
    }

    private JsonNode insist(RegistryRequest request, Deadline deadline) {
        RegistryException earlier = null;
        for (int retry = 1; ; retry++) {
            try {
                pending.checkOpen();
                return endpoints.ask(request, deadline);
            } catch (RegistryException e) {
                if (leftAlone(e) && earlier != null) {
                    throw earlier;
                }
                boolean again = e.retryable()
                        && !leftAlone(e)
                        && retry <= settings.retries().max();
                if (!again || !pause(e, settings.retries().pause(retry), deadline)) {
                    throw e;
                }
                earlier = e;
            }
        }
    }

    /** Whether all URLs had failed so often that none was called. */
    static boolean leftAlone(RegistryException e) {
        return e.getCause() instanceof CallNotPermittedException;
    }

    /** Whether there was time to wait, and it is over. */
    private boolean pause(RegistryException failure, Duration backOff, Deadline deadline) {
        Duration wait = backOff;
        Duration asked = failure instanceof RegistryUnreachableException e ? e.retryAfter() : null;
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (Thread.currentThread().isInterrupted() || wait.toNanos() >= deadline.nanos()) {
            return false;
        }
        try {
            pending.pause(Deadline.in(wait));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RegistryException busy(RegistryRequest request) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        @Nullable Exception cause = interrupted ? new InterruptedException("while waiting for a turn") : null;
        String what = interrupted
                ? " was not asked: interrupted"
                : " is busy: " + settings.maxOutstanding() + " calls were under way for "
                        + settings.requestTimeout().toMillis() + " ms (settings '" + RegistrySettings.MAX_OUTSTANDING
                        + "' and '" + RegistrySettings.REQUEST_TIMEOUT_MS + "')";
        return new RegistryUnreachableException(
                "The schema registry at " + settings.where() + what,
                0,
                new FailedCall(
                        request.subject(),
                        /* url= */ settings.where(),
                        /* setting= */ RegistrySettings.MAX_OUTSTANDING),
                cause);
    }

    @Override
    public void close() {
        pending.close();
    }
}
