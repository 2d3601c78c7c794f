package io.tidings.registry;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Java's HTTP client with bounds: time, size, redirects. Credentials stay with the host that they are for. */
final class HttpCalls {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http;
    private final PendingCalls pending;

    HttpCalls(RegistrySettings settings, PendingCalls pending) {
        this.pending = pending;
        TlsContext tls = TlsContext.of(settings.tls());
        // Version 1.1: an upgrade to 2 in clear text confuses proxies, and calls are few.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.requestTimeout())
                .sslContext(tls.context())
                .sslParameters(tls.parameters());
        if (settings.proxy() != null) {
            builder.proxy(ProxySelector.of(settings.proxy()));
        }
        this.http = builder.build();
    }

    /**
     * Sends, and follows redirects: the method stays, since each call may be repeated.
     *
     * @param headers sent to the first host and no other
     */
    HttpResponse<byte[]> send(
            URI uri, @Nullable String body, String type, Map<String, String> headers, Deadline deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        URI next = uri;
        for (int hop = 0; ; hop++) {
            HttpRequest request =
                    request(next, body, type, Urls.sameHost(uri, next) ? headers : Map.of(), deadline.nanos());
            HttpResponse<byte[]> response = pending.await(http.sendAsync(request, BoundedBody.handler()), deadline);
            URI target = hop < MAX_REDIRECTS ? target(next, response) : null;
            if (target == null) {
                return response;
            }
            next = target;
        }
    }

    private static HttpRequest request(
            URI uri, @Nullable String body, String type, Map<String, String> headers, long nanos) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofNanos(nanos))
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
        headers.forEach(builder::header);
        return body == null
                ? builder.GET().build()
                : builder.header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
    }

    /** Null unless the answer is a redirect that can be followed: never from https to http. */
    private static @Nullable URI target(URI from, HttpResponse<?> response) {
        String location = response.headers().firstValue("Location").orElse("");
        if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
            return null;
        }
        try {
            URI target = Urls.withoutUserInfo(from.resolve(location));
            boolean down = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(target.getScheme());
            return down || target.getHost() == null ? null : target;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static Map<String, String> authorized(@Nullable String authorization, Map<String, String> more) {
        if (authorization == null) {
            return more;
        }
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put(AUTHORIZATION, authorization);
        return headers;
    }
}
