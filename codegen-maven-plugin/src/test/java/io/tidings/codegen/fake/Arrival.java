package io.tidings.codegen.fake;

import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Messages as they arrive, without a wire between. */
public final class Arrival {

    private static final Received.Origin NOWHERE = new Received.Origin("nowhere", 0, 0, Instant.EPOCH);

    private Arrival() {}

    /** A message of a known kind; a null payload makes a tombstone. */
    public static <K, V> Received<K, V> of(@Nullable K key, @Nullable MessageType<V> type, @Nullable V payload) {
        String name = type == null ? "stranger" : type.name();
        return new Received<>(key, type, payload, Metadata.of("m1", "test", name, Instant.EPOCH), NOWHERE, Map.of());
    }

    /** A message of a kind that the document does not know. */
    public static <K> Received<K, Object> unknown(K key, IndexedRecord record) {
        Object generic = new GenericData.Record(record.getSchema());
        return of(key, null, generic);
    }
}
