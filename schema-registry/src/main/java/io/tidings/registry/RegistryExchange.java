package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One try at one URL. */
record RegistryExchange(HttpCalls http, Credentials credentials) {

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    /**
     * Asks and reads the answer.
     *
     * @throws RegistryException for every answer but a status of 200 with what is expected, and for none within the time
     */
    <A> A ask(
            URI base,
            RegistryRequest request,
            @Nullable String authorization,
            Function<AnswerFields, A> reader,
            Deadline deadline) {
        long given = deadline.nanos();
        try {
            HttpResponse<byte[]> response = http.send(
                    URI.create(base + request.path()),
                    request.body(),
                    JSON,
                    HttpCalls.authorized(authorization, credentials.headers()),
                    deadline);
            RegistryAnswer answer = new RegistryAnswer(base, request, credentials);
            return reader.apply(new AnswerFields(answer.read(response), FailedCall.to(base, request)));
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
