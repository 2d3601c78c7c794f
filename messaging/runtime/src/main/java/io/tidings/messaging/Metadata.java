package io.tidings.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a message beside its payload: CloudEvents 1.0 attributes, and what messaging patterns need.
 *
 * @param id unique within the source; a UUIDv7 where we make it
 * @param source who sent it: a URI reference
 * @param type the kind of message
 * @param time when it happened
 * @param subject what it is about, commonly the entity's id
 * @param correlationId what joins a reply to its request
 * @param replyTo the Return Address: where a reply is expected
 * @param causationId the id of the message that led to this one
 * @param entityVersion the owner's version of the entity that the message tells of; grows with each change
 * @param traceparent W3C trace context
 * @param tracestate W3C trace context
 */
public record Metadata(
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String subject,
        @Nullable String correlationId,
        @Nullable String replyTo,
        @Nullable String causationId,
        @Nullable Long entityVersion,
        @Nullable String traceparent,
        @Nullable String tracestate) {

    /** For a message that starts something. */
    public static Metadata of(String id, String source, String type, Instant time) {
        return new Metadata(id, source, type, time, null, null, null, null, null, null, null);
    }

    /** The same for another kind of message, such as what this one is turned into. */
    public Metadata withType(String value) {
        return new Metadata(
                id,
                source,
                value,
                time,
                subject,
                correlationId,
                replyTo,
                causationId,
                entityVersion,
                traceparent,
                tracestate);
    }

    public Metadata withSubject(@Nullable String value) {
        return new Metadata(
                id,
                source,
                type,
                time,
                value,
                correlationId,
                replyTo,
                causationId,
                entityVersion,
                traceparent,
                tracestate);
    }

    public Metadata withCorrelationId(@Nullable String value) {
        return new Metadata(
                id, source, type, time, subject, value, replyTo, causationId, entityVersion, traceparent, tracestate);
    }

    public Metadata withReplyTo(@Nullable String value) {
        return new Metadata(
                id,
                source,
                type,
                time,
                subject,
                correlationId,
                value,
                causationId,
                entityVersion,
                traceparent,
                tracestate);
    }

    public Metadata withCausationId(@Nullable String value) {
        return new Metadata(
                id, source, type, time, subject, correlationId, replyTo, value, entityVersion, traceparent, tracestate);
    }

    public Metadata withEntityVersion(@Nullable Long value) {
        return new Metadata(
                id, source, type, time, subject, correlationId, replyTo, causationId, value, traceparent, tracestate);
    }

    public Metadata withTrace(@Nullable String parent, @Nullable String state) {
        return new Metadata(
                id, source, type, time, subject, correlationId, replyTo, causationId, entityVersion, parent, state);
    }
}
