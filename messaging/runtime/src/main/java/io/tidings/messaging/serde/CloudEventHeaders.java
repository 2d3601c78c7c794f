package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received.Origin;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";
    private static final String SUBJECT = "ce_subject";
    private static final String CORRELATION_ID = "ce_correlationid";
    private static final String REPLY_TO = "ce_replyto";
    private static final String CAUSATION_ID = "ce_causationid";
    private static final String ENTITY_VERSION = "ce_entityversion";
    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final String CONTENT_TYPE = "content-type";
    private static final String AVRO = "application/avro";

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

    /** The headers of a message; a tombstone has no content whose type could be told. */
    static List<Header> write(Metadata metadata, Map<String, String> more, boolean tombstone) {
        List<Header> headers = new ArrayList<>();
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, metadata.id());
        add(headers, SOURCE, metadata.source());
        add(headers, TYPE, metadata.type());
        add(headers, TIME, metadata.time().toString());
        add(headers, SUBJECT, metadata.subject());
        add(headers, CORRELATION_ID, metadata.correlationId());
        add(headers, REPLY_TO, metadata.replyTo());
        add(headers, CAUSATION_ID, metadata.causationId());
        Long version = metadata.entityVersion();
        add(headers, ENTITY_VERSION, version == null ? null : version.toString());
        add(headers, CONTENT_TYPE, tombstone ? null : AVRO);
        more.forEach((name, value) -> {
            if (OURS.contains(name)) {
                throw new PoisonMessageException(
                        "The header '" + name
                                + "' is written from the message's options, and cannot be set beside them",
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

    /** All headers, the last one of each name. */
    static Map<String, byte[]> all(EncodedMessage message) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.name(), header.value());
        }
        return headers;
    }

    /** What headers say; where a foreign producer set none, the record's place stands in for what identifies it. */
    static Metadata read(Map<String, byte[]> headers, String typeOtherwise, Origin origin) {
        String place = origin.address() + "-" + origin.partition() + "-" + origin.offset();
        return new Metadata(
                text(headers, ID, place),
                text(headers, SOURCE, "kafka:" + origin.address()),
                text(headers, TYPE, typeOtherwise),
                time(text(headers, TIME), origin.timestamp()),
                text(headers, SUBJECT),
                text(headers, CORRELATION_ID),
                text(headers, REPLY_TO),
                text(headers, CAUSATION_ID),
                number(text(headers, ENTITY_VERSION)),
                text(headers, TRACE_PARENT),
                text(headers, TRACE_STATE));
    }

    private static String text(Map<String, byte[]> headers, String name, String otherwise) {
        String text = text(headers, name);
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private static @Nullable String text(Map<String, byte[]> headers, String name) {
        // Kafka's headers may have no value.
        byte @Nullable [] value = headers.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** A time that cannot be read must not stop the message: the record's is near enough. */
    private static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
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
