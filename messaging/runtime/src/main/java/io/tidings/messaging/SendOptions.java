package io.tidings.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller adds to one message. Everything left out is filled in when it is sent.
 *
 * @param id the message id, where the caller must decide it (so that a repeated call sends the same message)
 * @param correlationId what joins the reply to this request
 * @param replyTo where the reply is expected, instead of the document's reply channel
 * @param causationId the id of the message that led to this one
 * @param entityVersion the version of the entity this message tells of
 * @param headers more headers, as text
 */
public record SendOptions(
        @Nullable String id,
        @Nullable String subject,
        @Nullable String correlationId,
        @Nullable String replyTo,
        @Nullable String causationId,
        @Nullable Long entityVersion,
        Map<String, String> headers) {

    /** Nothing added. */
    public static final SendOptions NONE = new SendOptions(null, null, null, null, null, null, Map.of());

    public SendOptions {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The version of the entity that the message tells of, so that replicas apply it in order. */
    public static SendOptions version(long entityVersion) {
        return NONE.withEntityVersion(entityVersion);
    }

    public SendOptions withId(String value) {
        return new SendOptions(value, subject, correlationId, replyTo, causationId, entityVersion, headers);
    }

    public SendOptions withSubject(String value) {
        return new SendOptions(id, value, correlationId, replyTo, causationId, entityVersion, headers);
    }

    public SendOptions withCorrelationId(String value) {
        return new SendOptions(id, subject, value, replyTo, causationId, entityVersion, headers);
    }

    public SendOptions withReplyTo(String value) {
        return new SendOptions(id, subject, correlationId, value, causationId, entityVersion, headers);
    }

    public SendOptions withEntityVersion(long value) {
        return new SendOptions(id, subject, correlationId, replyTo, causationId, value, headers);
    }

    /** Says that a received message led to this one, and passes its trace on. */
    public SendOptions causedBy(Metadata cause) {
        return new SendOptions(id, subject, correlationId, replyTo, cause.id(), entityVersion, headers)
                .withTrace("traceparent", cause.traceparent())
                .withTrace("tracestate", cause.tracestate());
    }

    private SendOptions withTrace(String name, @Nullable String value) {
        return value == null ? this : withHeader(name, value);
    }

    public SendOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SendOptions(id, subject, correlationId, replyTo, causationId, entityVersion, more);
    }

    /** The same with a header of some type; without it, where its value is null. */
    public <T> SendOptions withHeader(String name, HeaderType<T> type, @Nullable T value) {
        return value == null ? this : withHeader(name, type.text(value));
    }
}
