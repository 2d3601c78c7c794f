package io.tidings.registry;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a registry that is down from taking its callers down: a deadline for each call, a bound on the calls under way, a
 * circuit breaker for each URL, and, while time is left, another try.
 */
final class RegistryProxy implements AutoCloseable {

    private final RegistrySettings settings;
    private final PendingCalls pending = new PendingCalls();
    private final RegistryEndpoints endpoints;
    private final Semaphore turns;

    RegistryProxy(RegistrySettings settings) {
        this.settings = settings;
        HttpCalls http = new HttpCalls(settings, pending);
        this.endpoints = new RegistryEndpoints(settings, http, Credentials.of(settings.credentials(), http));
        this.turns = new Semaphore(settings.maxOutstanding(), true);
    }

    Deadline deadline() {
        return Deadline.in(settings.requestTimeout());
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @param reader takes from an answer with the status 200 what is wanted, and refuses one that does not hold it
     * @throws RegistryException for every other answer, and for none within the time
     */
    <A> A call(RegistryRequest request, Function<AnswerFields, A> reader, Deadline deadline) {
        pending.checkOpen();
        takeTurn(request, deadline);
        try {
            return insist(request, reader, deadline);
        } finally {
            turns.release();
        }
    }

    private <A> A insist(RegistryRequest request, Function<AnswerFields, A> reader, Deadline deadline) {
        RegistryException earlier = null;
        for (int retry = 1; ; retry++) {
            try {
                pending.checkOpen();
                return endpoints.ask(request, reader, deadline);
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

    private void takeTurn(RegistryRequest request, Deadline deadline) {
        try {
            if (!turns.tryAcquire(deadline.nanos(), TimeUnit.NANOSECONDS)) {
                throw busy(
                        request,
                        "is busy: " + settings.maxOutstanding() + " calls were under way for "
                                + settings.requestTimeout().toMillis() + " ms (settings '"
                                + RegistrySettings.MAX_OUTSTANDING + "' and '" + RegistrySettings.REQUEST_TIMEOUT_MS
                                + "')",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(request, "was not asked: interrupted", e);
        }
    }

    private RegistryException busy(RegistryRequest request, String what, @Nullable Exception cause) {
        FailedCall call = new FailedCall(
                request.subject(), /* url= */ settings.where(), /* setting= */ RegistrySettings.MAX_OUTSTANDING);
        return new RegistryUnreachableException(
                "The schema registry at " + settings.where() + " " + what, 0, call, cause);
    }

    @Override
    public void close() {
        pending.close();
    }
}
