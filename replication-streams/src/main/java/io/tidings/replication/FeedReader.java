package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Received;
import io.tidings.replication.Feed.Effect;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.EventReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Makes events of the messages of one channel, as a view's feeds from that channel say. Safe for use by several threads. */
final class FeedReader<K, V> implements EventReader {

    /** Read here only when the message itself cannot be: a poison whose version is known parks and heals in order. */
    private static final String VERSION_HEADER = "ce_entityversion";

    private final int log;
    private final Channel<K> channel;
    private final List<Feed<K, ?, V>> feeds;
    private final RowSerializer<V> rows;
    private final MessageCodec codec;
    private final List<MessageType<?>> expected;
    private final boolean deletes;

    /**
     * Reads a channel.
     *
     * @param log the channel's number among those of the view
     * @param feeds all of this channel
     */
    FeedReader(int log, List<Feed<K, ?, V>> feeds, RowSerializer<V> rows, MessageCodec codec) {
        this.log = log;
        this.channel = feeds.get(0).channel();
        this.feeds = List.copyOf(feeds);
        this.rows = rows;
        this.codec = codec;
        this.expected = feeds.stream().<MessageType<?>>map(Feed::type).toList();
        this.deletes = feeds.stream().anyMatch(feed -> feed.deletes() == Deletes.TOMBSTONE);
    }

    @Override
    public Optional<Event> read(EncodedMessage message, Received.Origin origin) {
        try {
            Received<K, ?> received = codec.decode(channel, expected, message, origin);
            Object payload = received.payload();
            if (payload == null) {
                return Optional.of(tombstone(received, origin.offset()));
            }
            return feed(received, payload).map(feed -> event(feed, received, payload, origin.offset()));
        } catch (MessagingException e) {
            if (e.retryable()) {
                throw e;
            }
            return Optional.of(poison(message, origin, e));
        } catch (RuntimeException e) {
            // Whatever a payload makes a codec or a projection do, it is one message's fault: the others must flow.
            return Optional.of(poison(message, origin, e));
        }
    }

    /** Several kinds of message may be read as one class: then it is the one that the message names, if it names any. */
    private Optional<Feed<K, ?, V>> feed(Received<K, ?> received, Object payload) {
        List<Feed<K, ?, V>> readers = feeds.stream()
                .filter(feed -> feed.type().payloadType().isInstance(payload))
                .toList();
        return readers.size() < 2
                ? readers.stream().findFirst()
                : readers.stream()
                        .filter(feed -> feed.type().names(received))
                        .findFirst()
                        .or(() -> readers.stream().findFirst());
    }

    private Event tombstone(Received<K, ?> received, long offset) {
        Long version = received.metadata().entityVersion();
        if (!deletes) {
            return new Event.Poison(log, offset, version, "a tombstone, though the view expects no deletes");
        }
        if (version == null) {
            return new Event.Poison(
                    log, offset, null, "a tombstone without the header " + VERSION_HEADER + " cannot be ordered");
        }
        return new Event.Delete(log, offset, version);
    }

    private <T> Event event(Feed<K, T, V> feed, Received<K, ?> received, Object payload, long offset) {
        T message = feed.type().payloadType().cast(payload);
        Long version = version(feed, received, message);
        if (version == null) {
            String missing = feed.version() instanceof VersionSource.Field field
                    ? "without a value in its version field '" + field.name() + "'"
                    : "without the header " + VERSION_HEADER;
            return new Event.Poison(log, offset, null, "a message " + missing + " cannot be ordered");
        }
        Effect<T, V> effect = feed.effect();
        if (effect instanceof Effect.Deleted) {
            return new Event.Delete(log, offset, version);
        }
        if (effect instanceof Effect.Folded<T, V> folded) {
            return new Event.Change(log, offset, version, before -> after(folded.fold(), before, message));
        }
        return new Event.Upsert(log, offset, version, RowValue.of(rows.write(row(effect, message))));
    }

    @SuppressWarnings("unchecked") // a feed whose message is the row has rows for messages
    private static <T, V> V row(Effect<T, V> effect, T message) {
        return effect instanceof Effect.Projected<T, V> projected
                ? requireNonNull(projected.projection().apply(message), "the projection gave no row")
                : (V) message;
    }

    private <T> @Nullable RowValue after(RowFold<? super T, V> fold, @Nullable RowValue before, T message) {
        Optional<V> row = Optional.ofNullable(before).map(value -> rows.read(value.bytes()));
        return fold.fold(row, message)
                .map(after -> RowValue.of(rows.write(after)))
                .orElse(null);
    }

    private static <T> @Nullable Long version(Feed<?, T, ?> feed, Received<?, ?> received, T message) {
        if (feed.version() instanceof VersionSource.Field field) {
            IndexedRecord record = (IndexedRecord) message;
            Object value = record.get(
                    requireNonNull(feed.type().schema().getField(field.name())).pos());
            return value instanceof Number number ? (Long) number.longValue() : null;
        }
        return received.metadata().entityVersion();
    }

    private Event poison(EncodedMessage message, Received.Origin origin, RuntimeException reason) {
        String text = reason.getMessage();
        return new Event.Poison(log, origin.offset(), versionOf(message), text == null ? reason.toString() : text);
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
