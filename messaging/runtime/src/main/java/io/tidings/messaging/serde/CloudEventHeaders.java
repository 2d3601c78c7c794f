package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received.Origin;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as headers: CloudEvents 1.0 in Kafka's binary mode, what messaging patterns need as extension attributes, and W3C
 * trace context under its own names.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka Protocol
 *     Binding for CloudEvents</a>
 */
final class CloudEventHeaders {

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String ID = "ce_id";
    private static final String SOURCE = "ce_source";
    /** Names the kind of message. */
    static final String TYPE = "ce_type";

    private static final String TIME = "ce_time";
    private static final String SUBJECT = "ce_subject";
    private static final String CORRELATION_ID = "ce_correlationid";
    private static final String REPLY_TO = "ce_replyto";
    private static final String CAUSATION_ID = "ce_causationid";
    private static final String ENTITY_VERSION = "ce_entityversion";
    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final String CONTENT_TYPE = "content-type";
    private static final Header VERSION = new Header(SPEC_VERSION, "1.0".getBytes(StandardCharsets.UTF_8));

    /** What the caller of a publisher says through its options, never by a header of this name. */
    private static final Set<String> OURS = Set.of(
            SPEC_VERSION,
            ID,
            SOURCE,
            TYPE,
            TIME,
            SUBJECT,
            CORRELATION_ID,
            REPLY_TO,
            CAUSATION_ID,
            ENTITY_VERSION,
            CONTENT_TYPE);

    private CloudEventHeaders() {}

    /**
     * The headers of a message; more may be added.
     *
     * @param contentType null for a tombstone, and for what nobody knows
     * @param reserved a header that is written with the payload; null for none
     */
    static List<Header> write(
            Metadata metadata, Map<String, String> more, @Nullable String contentType, @Nullable String reserved) {
        List<Header> headers = new ArrayList<>(OURS.size() + 1 + more.size());
        headers.add(VERSION);
        add(headers, ID, metadata.id());
        add(headers, SOURCE, metadata.source());
        add(headers, TYPE, metadata.type());
        headers.add(new Header(TIME, Rfc3339.format(metadata.time())));
        add(headers, SUBJECT, metadata.subject());
        add(headers, CORRELATION_ID, metadata.correlationId());
        add(headers, REPLY_TO, metadata.replyTo());
        add(headers, CAUSATION_ID, metadata.causationId());
        Long version = metadata.entityVersion();
        add(headers, ENTITY_VERSION, version == null ? null : version.toString());
        add(headers, CONTENT_TYPE, contentType);
        more.forEach((name, value) -> {
            if (OURS.contains(name)) {
                throw new PoisonMessageException(
                        "The header '" + name
                                + "' is written from the message's options, and cannot be set beside them",
                        null);
            }
            if (name.equals(reserved)) {
                throw new PoisonMessageException(
                        "The header '" + name + "' holds the ids of schemas, and cannot be set by a message's options",
                        null);
            }
            add(headers, name, value);
        });
        return headers;
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new Header(name, value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What headers say; where a foreign producer set none, the record's place stands in for what identifies it. */
    static Metadata read(Map<String, byte[]> headers, String typeOtherwise, Origin origin) {
        String id = text(headers, ID);
        String source = text(headers, SOURCE);
        String type = text(headers, TYPE);
        return new Metadata(
                id == null || id.isEmpty() ? origin.address() + "-" + origin.partition() + "-" + origin.offset() : id,
                source == null || source.isEmpty() ? "kafka:" + origin.address() : source,
                type == null || type.isEmpty() ? typeOtherwise : type,
                time(headers.get(TIME), origin.timestamp()),
                text(headers, SUBJECT),
                text(headers, CORRELATION_ID),
                text(headers, REPLY_TO),
                text(headers, CAUSATION_ID),
                number(text(headers, ENTITY_VERSION)),
                text(headers, TRACE_PARENT),
                text(headers, TRACE_STATE));
    }

    private static @Nullable String text(Map<String, byte[]> headers, String name) {
        // Kafka's headers may have no value.
        byte @Nullable [] value = headers.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** A time that cannot be read must not stop the message: the record's is near enough. */
    private static Instant time(byte @Nullable [] text, Instant otherwise) {
        try {
            return text == null ? otherwise : Rfc3339.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** A version that cannot be read would let replicas apply changes out of order. */
    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new PoisonMessageException("The header '" + ENTITY_VERSION + "' is not a number: " + text, e);
        }
    }
}
