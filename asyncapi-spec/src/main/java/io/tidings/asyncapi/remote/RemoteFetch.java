package io.tidings.asyncapi.remote;

import io.tidings.asyncapi.remote.RemoteFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the network for one URL. Redirects are followed one by one, so that each can be compared with what is allowed. */
final class RemoteFetch {
    private static final int MOST_REDIRECTS = 5;

    private final RemoteAccess access;
    private final HttpClient client;

    /**
     * What came.
     *
     * @param url where it was found, after redirects
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Answer(URI url, byte[] bytes, boolean json) {}

    RemoteFetch(RemoteAccess access) {
        this.access = access;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(access.deadline())
                .build();
    }

    Answer fetch(URI from) throws RemoteFailure {
        long deadline = System.nanoTime() + access.deadline().toNanos();
        URI url = from;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<byte[]> response = ask(url, from, deadline);
            int status = response.statusCode();
            if (status == 200) {
                return answer(url, response);
            }
            String location = response.headers().firstValue("Location").orElse(null);
            boolean redirected = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
            if (!redirected || location == null) {
                Kind kind = status == 429 || status >= 500 ? Kind.RETRYABLE : Kind.LASTING;
                boolean secret = status == 401 || status == 403;
                throw new RemoteFailure(
                        kind,
                        "is answered with status " + status,
                        secret ? "the server wants credentials, or others" : "check the URL");
            }
            url = redirect(url, location);
        }
        throw new RemoteFailure(Kind.LASTING, "is redirected more than " + MOST_REDIRECTS + " times", null);
    }

    private URI redirect(URI from, String location) throws RemoteFailure {
        URI to;
        try {
            to = from.resolve(location).normalize();
        } catch (IllegalArgumentException e) {
            throw new RemoteFailure(Kind.LASTING, "is redirected to what is no URL", null);
        }
        if (!access.allows(to)) {
            throw new RemoteFailure(
                    Kind.LASTING,
                    "is redirected to '" + to + "', which may not be read",
                    "refer to where it really is, and allow that");
        }
        return to;
    }

    private HttpResponse<byte[]> ask(URI url, URI first, long deadline) throws RemoteFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(RemoteCache.withoutUser(url))
                .header("Accept", "application/json, application/yaml, */*;q=0.5");
        // What opens one server is not shown to another.
        URI trusted = sameServer(url, first) ? first : url;
        if (trusted.getRawUserInfo() != null) {
            byte[] user = URLDecoder.decode(trusted.getRawUserInfo().replace("+", "%2B"), StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), info -> new BoundedBody(access.maxBytes()));
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new RemoteFailure(
                    Kind.RETRYABLE,
                    "is not answered within " + seconds(access.deadline()),
                    "try again, or allow more time");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RemoteFailure(Kind.RETRYABLE, "is not waited for: the reading was interrupted", null);
        }
    }

    private RemoteFailure failure(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof BoundedBody.TooLarge) {
                return new RemoteFailure(
                        Kind.LASTING,
                        "yields more than " + access.maxBytes() + " bytes",
                        "raise the limit, if it is meant");
            }
        }
        String why = cause instanceof IOException ? cause.getClass().getSimpleName() : "no connection";
        return new RemoteFailure(
                Kind.RETRYABLE, "cannot be fetched (" + why + ")", "check the network and the server, and try again");
    }

    private static Answer answer(URI url, HttpResponse<byte[]> response) throws RemoteFailure {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        byte[] bytes = response.body();
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || start.startsWith("<!doctype") || start.startsWith("<html")) {
            throw new RemoteFailure(
                    Kind.LASTING, "yields an HTML page", "refer to the file itself, not to a page that shows it");
        }
        String path = url.getPath() == null ? "" : url.getPath().toLowerCase(Locale.ROOT);
        boolean json =
                path.endsWith(".json") || path.endsWith(".avsc") || type.matches("application/(.*\\+)?json\\b.*");
        return new Answer(url, bytes, json);
    }

    private static boolean sameServer(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
                && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
