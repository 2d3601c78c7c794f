package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.streams.EventReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Makes events of messages, as a definition says. Safe for use by several threads. */
final class DefinitionReader<K, V> implements EventReader {

    /** Read here only when the message itself cannot be: a poison whose version is known parks and heals in order. */
    private static final String VERSION_HEADER = "ce_entityversion";

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> rows;
    private final MessageCodec codec;
    private final List<MessageType<?>> expected;

    DefinitionReader(ReplicaDefinition<K, V> definition, RowSerializer<V> rows, MessageCodec codec) {
        this.definition = definition;
        this.rows = rows;
        this.codec = codec;
        this.expected = List.of(definition.type());
    }

    @Override
    public Optional<Event> read(EncodedMessage message, Received.Origin origin) {
        try {
            Received<K, ?> received = codec.decode(definition.channel(), expected, message, origin);
            Object payload = received.payload();
            if (payload == null) {
                return Optional.of(tombstone(received, origin.offset()));
            }
            return definition.type().payloadType().isInstance(payload)
                    ? Optional.of(
                            upsert(received, definition.type().payloadType().cast(payload), origin.offset()))
                    : Optional.empty();
        } catch (MessagingException e) {
            if (e.retryable()) {
                throw e;
            }
            return Optional.of(poison(message, origin, e));
        } catch (RuntimeException e) {
            // Whatever a payload makes a codec do, it is one message's fault: the others must flow.
            return Optional.of(poison(message, origin, e));
        }
    }

    private Event tombstone(Received<K, ?> received, long offset) {
        Long version = received.metadata().entityVersion();
        if (definition.deletes() == Deletes.NONE) {
            return new Event.Poison(offset, version, "a tombstone, though the view expects no deletes");
        }
        if (version == null) {
            return new Event.Poison(
                    offset, null, "a tombstone without the header " + VERSION_HEADER + " cannot be ordered");
        }
        return new Event.Delete(offset, version);
    }

    private Event upsert(Received<K, ?> received, V payload, long offset) {
        Long version = version(received, payload);
        if (version == null) {
            String missing = definition.version() instanceof VersionSource.Field field
                    ? "without a value in its version field '" + field.name() + "'"
                    : "without the header " + VERSION_HEADER;
            return new Event.Poison(offset, null, "a message " + missing + " cannot be ordered");
        }
        return new Event.Upsert(offset, version, RowValue.of(rows.write(payload)));
    }

    private @Nullable Long version(Received<K, ?> received, V payload) {
        if (definition.version() instanceof VersionSource.Field field) {
            IndexedRecord record = (IndexedRecord) payload;
            Object value = record.get(requireNonNull(definition.type().schema().getField(field.name()))
                    .pos());
            return value instanceof Number number ? (Long) number.longValue() : null;
        }
        return received.metadata().entityVersion();
    }

    private static Event poison(EncodedMessage message, Received.Origin origin, RuntimeException reason) {
        String text = reason.getMessage();
        return new Event.Poison(origin.offset(), versionOf(message), text == null ? reason.toString() : text);
    }

    private static @Nullable Long versionOf(EncodedMessage message) {
        Long version = null;
        for (EncodedMessage.Header header : message.headers()) {
            if (header.name().equals(VERSION_HEADER)) {
                version = number(new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return version;
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
