package io.tidings.messaging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived. Safe for use by several threads if its payload is.
 *
 * @param <K> the key in Java
 * @param <V> the payload in Java
 */
public final class Received<K, V> {

    private final @Nullable K key;
    private final @Nullable MessageType<? extends V> type;
    private final @Nullable V payload;
    private final Supplier<Metadata> metadata;
    private final Origin origin;
    private final Map<String, byte[]> headers;
    private final @Nullable EncodedMessage encoded;

    /**
     * A message.
     *
     * @param key null on a channel without keys
     * @param type which of the expected kinds it is; null if it is none of them: then the payload is an Avro {@code
     *     GenericRecord}, or null
     * @param payload null for a tombstone
     * @param origin where it was read
     * @param headers all of them, as they came, the last one of each name
     */
    public Received(
            @Nullable K key,
            @Nullable MessageType<? extends V> type,
            @Nullable V payload,
            Metadata metadata,
            Origin origin,
            Map<String, byte[]> headers) {
        this(key, type, payload, () -> metadata, origin, immutable(headers), null);
    }

    private Received(
            @Nullable K key,
            @Nullable MessageType<? extends V> type,
            @Nullable V payload,
            Supplier<Metadata> metadata,
            Origin origin,
            Map<String, byte[]> headers,
            @Nullable EncodedMessage encoded) {
        this.key = key;
        this.type = type;
        this.payload = payload;
        this.metadata = metadata;
        this.origin = origin;
        this.headers = headers;
        this.encoded = encoded;
    }

    /**
     * A message whose metadata are read when somebody asks for them: many a handler looks at the payload alone.
     *
     * @param metadata called at most once by each thread
     */
    public static <K, V> Received<K, V> unread(
            @Nullable K key,
            @Nullable MessageType<? extends V> type,
            @Nullable V payload,
            Supplier<Metadata> metadata,
            Origin origin,
            MessageHeaders headers) {
        return new Received<>(key, type, payload, new Once(metadata), origin, headers, null);
    }

    private static Map<String, byte[]> immutable(Map<String, byte[]> headers) {
        return headers instanceof MessageHeaders unchanging
                ? unchanging
                : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Null on a channel without keys. */
    public @Nullable K key() {
        return key;
    }

    /** Which of the expected kinds it is; null if it is none of them: then the payload is an Avro {@code GenericRecord}, or null. */
    public @Nullable MessageType<? extends V> type() {
        return type;
    }

    /** Null for a tombstone. */
    public @Nullable V payload() {
        return payload;
    }

    /**
     * What its headers say of it.
     *
     * @throws PoisonMessageException if what they say would mislead: an entity's version that is no number
     */
    public Metadata metadata() {
        return metadata.get();
    }

    /** Where it was read. */
    public Origin origin() {
        return origin;
    }

    /** All of them, as they came, the last one of each name. */
    public Map<String, byte[]> headers() {
        return headers;
    }

    /** The same message with the payload as another type sees it. */
    public <W> Received<K, W> with(@Nullable MessageType<? extends W> newType, @Nullable W newPayload) {
        return new Received<>(key, newType, newPayload, metadata, origin, headers, encoded);
    }

    /** The same message, that was decoded from this. For those who write a transport. */
    public Received<K, V> from(EncodedMessage wire) {
        return new Received<>(key, type, payload, metadata, origin, headers, wire);
    }

    /** As it came, byte for byte, for those who keep it for later; null if whoever made this does not say. */
    public @Nullable EncodedMessage encoded() {
        return encoded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Received<?, ?> message
                && Objects.equals(key, message.key)
                && Objects.equals(type, message.type)
                && Objects.equals(payload, message.payload)
                && metadata().equals(message.metadata())
                && origin.equals(message.origin)
                && headers.equals(message.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, type, payload, origin);
    }

    @Override
    public String toString() {
        return "Received[key=" + key + ", type=" + type + ", payload=" + payload + ", metadata=" + metadata()
                + ", origin=" + origin + "]";
    }

    /** Keeps what it was told; two threads that ask at once are told the same. */
    private static final class Once implements Supplier<Metadata> {

        private final Supplier<Metadata> reading;
        /** Not volatile: it is immutable, and who does not see it yet reads its equal. */
        private @Nullable Metadata read;

        Once(Supplier<Metadata> reading) {
            this.reading = reading;
        }

        @Override
        public Metadata get() {
            Metadata known = read;
            if (known == null) {
                known = reading.get();
                read = known;
            }
            return known;
        }
    }

    /**
     * A place in a partitioned log.
     *
     * @param timestamp the record's
     */
    public record Origin(String address, int partition, long offset, Instant timestamp) {}
}
