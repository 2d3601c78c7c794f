package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.RetriableException;

/** What the failures of other people's serializers mean: their causes say whether to retry. */
final class PluggedFailures {

    private static final int LONGEST_CHAIN = 20;

    /** Of Confluent's registry client, whose class is not ours to know. */
    private static final String REGISTRY_FAILURE = "RestClientException";

    private PluggedFailures() {}

    /** As with our own registry client, refused credentials say nothing of the message, which must wait. */
    static MessagingException reading(Throwable e, String setting, Class<?> plugged, String topic) {
        String message = message(e, "Cannot read from", setting, plugged, topic);
        return retryable(e, true)
                ? new TransientMessagingException(message, e)
                : new PoisonMessageException(message, e);
    }

    /** To write, whatever waiting does not heal is the caller's to know at once. */
    static MessagingException writing(Throwable e, String setting, Class<?> plugged, String topic) {
        String message = message(e, "Cannot write to", setting, plugged, topic);
        return retryable(e, false)
                ? new TransientMessagingException(message, e)
                : new PoisonMessageException(message, e);
    }

    private static String message(Throwable e, String what, String setting, Class<?> plugged, String topic) {
        StringBuilder message = new StringBuilder(what + " topic '" + topic + "' with " + plugged.getName()
                + ", which '" + setting + "' names: " + e.getMessage());
        Throwable cause = e.getCause();
        if (cause != null && cause.getMessage() != null) {
            message.append(": ").append(cause.getMessage());
        }
        return message.toString();
    }

    private static boolean retryable(Throwable failure, boolean whenRefused) {
        Throwable at = failure;
        for (int i = 0; at != null && i < LONGEST_CHAIN; i++) {
            if (at instanceof MessagingException ours) {
                return ours.retryable();
            }
            if (at instanceof RetriableException || ofTheNetwork(at)) {
                return true;
            }
            Optional<Integer> status = status(at);
            if (status.isPresent()) {
                return retryable(status.get(), whenRefused);
            }
            at = at.getCause();
        }
        return false;
    }

    /** Not all I/O failures: Avro's decoder and JSON parsers throw them for what the bytes are. */
    private static boolean ofTheNetwork(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof InterruptedIOException
                || failure instanceof HttpTimeoutException
                || failure instanceof ClosedChannelException
                || failure instanceof SSLException
                || failure instanceof TimeoutException;
    }

    private static boolean retryable(int status, boolean whenRefused) {
        return switch (status) {
            case 408, 429 -> true;
            case 401, 403, 407 -> whenRefused;
            default -> status >= 500;
        };
    }

    private static Optional<Integer> status(Throwable failure) {
        if (!failure.getClass().getSimpleName().endsWith(REGISTRY_FAILURE)) {
            return Optional.empty();
        }
        try {
            Method status = failure.getClass().getMethod("getStatus");
            return status.invoke(failure) instanceof Integer number ? Optional.of(number) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
