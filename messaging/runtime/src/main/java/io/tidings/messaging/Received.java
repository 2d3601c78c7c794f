package io.tidings.messaging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived.
 *
 * @param key null on a channel without keys
 * @param type which of the expected kinds it is; null if it is none of them: then the payload is an Avro {@code
 *     GenericRecord}, or null
 * @param payload null for a tombstone
 * @param origin where it was read
 * @param headers all of them, as they came, the last one of each name
 */
public record Received<K, V>(
        @Nullable K key,
        @Nullable MessageType<? extends V> type,
        @Nullable V payload,
        Metadata metadata,
        Origin origin,
        Map<String, byte[]> headers) {

    public Received {
        headers = headers instanceof MessageHeaders immutable
                ? immutable
                : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same message with the payload as another type sees it. */
    public <W> Received<K, W> with(@Nullable MessageType<? extends W> newType, @Nullable W newPayload) {
        return new Received<>(key, newType, newPayload, metadata, origin, headers);
    }

    /**
     * A place in a partitioned log.
     *
     * @param timestamp the record's
     */
    public record Origin(String address, int partition, long offset, Instant timestamp) {}
}
