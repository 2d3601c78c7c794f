package io.tidings.replication.http;

import io.tidings.messaging.MessagingException;
import io.tidings.replication.BehindException;
import io.tidings.replication.ParkedKeyException;
import io.tidings.replication.ReplicationException;
import io.tidings.replication.StaleReplicaException;
import io.tidings.replication.TooManyRowsException;
import io.tidings.replication.UnansweredException;
import org.jspecify.annotations.Nullable;

/** Why there is no answer, as RFC 9457 wants it told. */
final class HttpProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "urn:tidings:problem:";
    static final int SERVICE_UNAVAILABLE = 503;

    private final int status;
    private final String code;
    private final String title;

    private HttpProblem(int status, String code, String title, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    static HttpProblem badRequest(String detail, @Nullable Throwable cause) {
        return new HttpProblem(400, "bad-request", "The question is not understood", detail, cause);
    }

    static HttpProblem notFound(String detail) {
        return new HttpProblem(404, "not-found", "There is no such thing", detail, null);
    }

    static HttpProblem noRow(String detail) {
        return new HttpProblem(404, "no-row", "The entity was never heard of, or is gone", detail, null);
    }

    static HttpProblem method(String allowed) {
        return new HttpProblem(405, "method", "This is only read", "Allowed: " + allowed, null);
    }

    static HttpProblem tooLarge(int status, String detail) {
        return new HttpProblem(status, "too-large", "The question is too large", detail, null);
    }

    static HttpProblem busy() {
        return new HttpProblem(
                SERVICE_UNAVAILABLE, "busy", "There is too much to do", "Too many questions are being answered", null);
    }

    static HttpProblem starting() {
        return new HttpProblem(
                SERVICE_UNAVAILABLE, "not-ready", "There are no views yet", "The service is still starting", null);
    }

    /** What a view throws, in the terms of HTTP. */
    static HttpProblem of(RuntimeException e) {
        String detail = String.valueOf(e.getMessage());
        if (e instanceof HttpProblem problem) {
            return problem;
        } else if (e instanceof BehindException) {
            return new HttpProblem(504, "behind", "The view has not come that far in time", detail, e);
        } else if (e instanceof ParkedKeyException) {
            return new HttpProblem(409, "parked", "The change has arrived and was not understood", detail, e);
        } else if (e instanceof StaleReplicaException) {
            return new HttpProblem(SERVICE_UNAVAILABLE, "stale", "The view has lost touch with its owner", detail, e);
        } else if (e instanceof TooManyRowsException) {
            return new HttpProblem(413, "too-many-rows", "There are too many rows", detail, e);
        } else if (e instanceof UnansweredException) {
            return new HttpProblem(
                    SERVICE_UNAVAILABLE, "unanswered", "Who holds this gave no answer in time", detail, e);
        } else if (e instanceof MessagingException messaging && messaging.retryable()) {
            return new HttpProblem(SERVICE_UNAVAILABLE, "not-ready", "The view is not ready", detail, e);
        } else if (e instanceof ReplicationException) {
            return new HttpProblem(SERVICE_UNAVAILABLE, "stopped", "Replication has stopped", detail, e);
        }
        return new HttpProblem(500, "failed", "Something went wrong", "The log of the service says more", e);
    }

    int status() {
        return status;
    }

    String type() {
        return PREFIX + code;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** Whether the same question may be answered soon. */
    boolean passing() {
        return status == SERVICE_UNAVAILABLE || status == 504;
    }
}
