package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The registry's URLs: a call goes to the one that answered last, and to the next while one does not answer. */
final class RegistryEndpoints implements RegistryCalls {

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private final HttpClient http;
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryEndpoints(RegistrySettings settings) {
        this.settings = settings;
        // Version 1.1: an upgrade to 2 in clear text confuses proxies, and calls are few.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.requestTimeout())
                .build();
    }

    @Override
    public JsonNode call(RegistryRequest request, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        int count = settings.urls().size();
        int first = preferred.get();
        RegistryException failure = null;
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            // A URL that swallows packets must leave time for the others.
            long share = (end - System.nanoTime()) / (count - i);
            try {
                JsonNode answer = exchange(settings.urls().get(index), request, share);
                preferred.set(index);
                return answer;
            } catch (RegistryException e) {
                if (!e.retryable() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new IllegalStateException("No URL") : failure;
    }

    private JsonNode exchange(URI base, RegistryRequest request, long nanos) {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request(base, request, nanos), HttpResponse.BodyHandlers.ofString());
        try {
            // HttpRequest's own time-out ends with the headers; this one holds for a body that trickles, too.
            return RegistryAnswer.read(base, request, answer.get(Math.max(nanos, 1), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(base, request, "was not awaited: interrupted", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable(
                    base,
                    request,
                    "did not answer within " + Math.round(nanos / 1e6) + " ms (setting '"
                            + RegistrySettings.REQUEST_TIMEOUT_MS + "')",
                    e);
        } catch (ExecutionException e) {
            throw unreachable(base, request, "cannot be reached: " + reason(e.getCause()), e);
        }
    }

    private HttpRequest request(URI base, RegistryRequest request, long nanos) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.path()))
                .timeout(Duration.ofNanos(Math.max(nanos, 1)))
                .header("Accept", JSON + ", application/json");
        String authorization = settings.authorization();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        String body = request.body();
        return body == null
                ? builder.GET().build()
                : builder.header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
    }

    private static RegistryException unreachable(URI base, RegistryRequest request, String what, Exception cause) {
        return new RegistryUnreachableException(
                RegistryAnswer.describe(base, request, what), 0, FailedCall.to(base, request), cause);
    }

    /** The JDK's client says nothing at all about a refused connection. */
    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        String message = cause.getMessage();
        Throwable deeper = cause.getCause();
        if (message == null && deeper != null) {
            return reason(deeper);
        }
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
