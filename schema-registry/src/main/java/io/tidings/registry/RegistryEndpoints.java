package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The registry's URLs: a call goes to the first that answers, and one that fails goes to the back. */
final class RegistryEndpoints {

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final HttpCalls http;
    private final Credentials credentials;
    private volatile List<RegistryEndpoint> order;

    RegistryEndpoints(RegistrySettings settings, HttpCalls http, Credentials credentials) {
        this.http = http;
        this.credentials = credentials;
        this.order = settings.urls().stream()
                .map(url -> new RegistryEndpoint(url, settings))
                .toList();
    }

    /**
     * Asks one after the other until one answers.
     *
     * @return what the registry answered with a status of 200
     * @throws RegistryException a definite answer of another kind, or the last failure after all failed
     */
    JsonNode ask(RegistryRequest request, Deadline deadline) {
        List<RegistryEndpoint> endpoints = order;
        List<RegistryException> failures = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            RegistryEndpoint endpoint = endpoints.get(i);
            // A URL that swallows packets must leave time for the others.
            long others =
                    endpoints.stream().skip(i + 1L).filter(next -> !next.open()).count();
            if (!endpoint.permits()) {
                failures.add(endpoint.leftAlone(request.subject()));
                continue;
            }
            long share = deadline.nanos() / (others + 1);
            try {
                JsonNode answer = exchange(endpoint.base(), request, Deadline.in(share));
                endpoint.answered();
                return answer;
            } catch (RegistryException e) {
                if (definite(e)) {
                    endpoint.answered();
                    throw e;
                }
                endpoint.failed(e, share);
                if (e instanceof RegistryClosedException
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                toTheBack(endpoint);
                failures.add(e);
            } catch (RuntimeException | Error e) {
                // A bug of ours, and none of the registry's.
                endpoint.answered();
                throw e;
            }
        }
        throw worst(failures);
    }

    /** The certificate of one URL says nothing of the next one's; everything else that is not retryable is an answer. */
    private static boolean definite(RegistryException e) {
        return !(e.retryable() || e instanceof RegistryTlsException || e instanceof RegistryClosedException);
    }

    private synchronized void toTheBack(RegistryEndpoint endpoint) {
        List<RegistryEndpoint> changed = new ArrayList<>(order);
        changed.remove(endpoint);
        changed.add(endpoint);
        order = List.copyOf(changed);
    }

    /** What happened now says more than that a URL was left alone, and the last failure is as good as the others. */
    private static RegistryException worst(List<RegistryException> failures) {
        RegistryException chosen = failures.get(failures.size() - 1);
        for (RegistryException failure : failures) {
            chosen = RegistryProxy.leftAlone(chosen) ? failure : chosen;
        }
        for (RegistryException failure : failures) {
            if (!failure.equals(chosen)) {
                chosen.addSuppressed(failure);
            }
        }
        return chosen;
    }

    private JsonNode exchange(URI base, RegistryRequest request, Deadline deadline) {
        String authorization = credentials.authorization(deadline);
        try {
            return exchange(base, request, authorization, deadline);
        } catch (UnauthorizedException e) {
            // A token may end before its time; but an answer of the token endpoint is final.
            if (e.status() != 401 || !credentials.renew(authorization)) {
                throw e;
            }
        }
        return exchange(base, request, credentials.authorization(deadline), deadline);
    }

    private JsonNode exchange(URI base, RegistryRequest request, @Nullable String authorization, Deadline deadline) {
        long given = deadline.nanos();
        try {
            HttpResponse<byte[]> response = http.send(
                    URI.create(base + request.path()),
                    request.body(),
                    JSON,
                    HttpCalls.authorized(authorization, credentials.headers()),
                    deadline);
            return new RegistryAnswer(base, request, credentials).read(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(base, request, "was not awaited: interrupted", e);
        } catch (TimeoutException e) {
            throw tooSlow(base, request, given, e);
        } catch (ExecutionException e) {
            throw failed(base, request, given, e);
        }
    }

    private RegistryException failed(URI base, RegistryRequest request, long given, ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof HttpTimeoutException) {
            return tooSlow(base, request, given, e);
        }
        FailedCall call = FailedCall.to(base, request);
        if (cause instanceof BoundedBody.TooLargeException) {
            return new MalformedAnswerException(
                    RegistryAnswer.describe(base, request, "answered with " + cause.getMessage()), true, call, e);
        }
        String reason = credentials.redact(FailureReason.of(cause));
        SSLException tls = FailureReason.tls(cause);
        if (tls != null) {
            String setting = FailureReason.setting(tls);
            String what = "is not trusted, or does not trust us (setting '" + setting + "'): " + reason;
            return new RegistryTlsException(RegistryAnswer.describe(base, request, what), call.setting(setting), e);
        }
        return unreachable(base, request, "cannot be reached: " + reason, e);
    }

    private static RegistryException tooSlow(URI base, RegistryRequest request, long given, Exception cause) {
        return unreachable(
                base,
                request,
                "did not answer within " + Math.round(given / 1e6) + " ms (setting '"
                        + RegistrySettings.REQUEST_TIMEOUT_MS + "')",
                cause);
    }

    private static RegistryException unreachable(URI base, RegistryRequest request, String what, Exception cause) {
        return new RegistryUnreachableException(
                RegistryAnswer.describe(base, request, what), 0, FailedCall.to(base, request), cause);
    }
}
