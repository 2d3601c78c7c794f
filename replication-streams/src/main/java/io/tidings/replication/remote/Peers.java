package io.tidings.replication.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The other instances of this service, spoken to over HTTP/1.1. One for a whole service is enough. Safe for use by several
 * threads.
 */
public final class Peers {

    /** Where an endpoint listens to other instances; the name of a generation follows. */
    public static final String PATH = "/peers/v1/";

    /** How long an answer may take, in milliseconds. */
    public static final String TIMEOUT_HEADER = "Tidings-Timeout";

    /** What is wrong, a {@link PeerProblem#code}. */
    public static final String PROBLEM_HEADER = "Tidings-Problem";

    /** Whom to ask instead. */
    public static final String OWNER_HEADER = "Tidings-Owner";

    /** Beside rows there are positions and lengths. */
    private static final int ENVELOPE = 1024 * 1024;

    private static final int LONGEST_REASON = 2_000;

    private final PeerOptions options;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Long> suspects = new ConcurrentHashMap<>();

    public Peers(PeerOptions options) {
        this.options = options;
    }

    public PeerOptions options() {
        return options;
    }

    /** Whether an instance gave no answer lately. */
    boolean suspect(String host) {
        Long until = suspects.get(host);
        if (until != null && System.nanoTime() - until >= 0) {
            suspects.remove(host, until);
            return false;
        }
        return until != null;
    }

    /**
     * Asks an instance, and waits.
     *
     * @throws PeerException if it refuses, or gives no answer in time
     */
    PeerReply ask(String host, String generation, PeerQuery query, Duration timeout) throws PeerException {
        return await(host, send(host, generation, query, timeout), timeout);
    }

    /** Asks an instance. What becomes of it is read with {@link #await}. */
    CompletableFuture<HttpResponse<byte[]>> send(String host, String generation, PeerQuery query, Duration timeout) {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create("http://" + host + PATH + generation))
                    .timeout(timeout)
                    .header("Content-Type", "application/octet-stream")
                    .header(
                            TIMEOUT_HEADER,
                            Long.toString(Deadline.atTheOtherEnd(timeout).toMillis()))
                    .POST(BodyPublishers.ofByteArray(PeerWire.write(query)))
                    .build();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return http.sendAsync(request, info -> new LimitedBody((long) options.maxBytes() * 2 + ENVELOPE));
    }

    PeerReply await(String host, CompletableFuture<HttpResponse<byte[]>> sent, Duration timeout) throws PeerException {
        HttpResponse<byte[]> response;
        try {
            // The request's own limit ends with the headers of its answer; this one holds for the body too.
            response = sent.get(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw noAnswer(host, "none in time", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw noAnswer(host, cause.toString(), cause);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new PeerException(PeerProblem.FAILED, "Interrupted while " + host + " was asked", e);
        }
        suspects.remove(host);
        if (response.statusCode() != 200) {
            throw refusal(host, response);
        }
        try {
            return PeerWire.readReply(response.body());
        } catch (IOException e) {
            throw new PeerException(PeerProblem.FAILED, host + " does not answer as an instance: " + e, e);
        }
    }

    private PeerException noAnswer(String host, String reason, Throwable cause) {
        suspects.put(host, System.nanoTime() + options.suspicion().toNanos());
        return new PeerException(PeerProblem.FAILED, host + " gave no answer: " + reason, cause);
    }

    private static PeerException refusal(String host, HttpResponse<byte[]> response) {
        PeerProblem problem = response.headers()
                .firstValue(PROBLEM_HEADER)
                .flatMap(PeerProblem::of)
                .orElse(PeerProblem.FAILED);
        byte[] body = response.body();
        String reason = new String(body, 0, Math.min(LONGEST_REASON, body.length), StandardCharsets.UTF_8);
        String message =
                problem == PeerProblem.FAILED ? host + " answered " + response.statusCode() + ": " + reason : reason;
        return new PeerException(
                problem, message, response.headers().firstValue(OWNER_HEADER).orElse(null), null);
    }
}
