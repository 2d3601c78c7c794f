package io.tidings.outbox.debezium;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What Debezium takes for stored offsets: at first the slot's own position, as it was when the engine started, and then what
 * it stores, which is kept as long as the engine lives. It needs no other storing, since Debezium reads it again and confirms
 * it to the slot. Made by the engine, by its class name.
 */
public final class SlotPosition implements OffsetBackingStore {
    static final String POSITION = "offset.storage.tidings.position";

    private final Map<ByteBuffer, ByteBuffer> stored = new ConcurrentHashMap<>();
    private ByteBuffer first = ByteBuffer.allocate(0);

    @Override
    public void configure(WorkerConfig config) {
        // As PostgresOffsetContext writes it. Without lsn_commit the engine passes on all that the slot sends.
        String offset = "{\"lsn\":" + config.originalsStrings().get(POSITION) + "}";
        first = ByteBuffer.wrap(offset.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
        Map<ByteBuffer, ByteBuffer> offsets = new HashMap<>();
        keys.forEach(key -> offsets.put(key, stored.getOrDefault(key, first).duplicate()));
        return CompletableFuture.completedFuture(offsets);
    }

    @Override
    public Future<Void> set(Map<ByteBuffer, ByteBuffer> values, @Nullable Callback<Void> callback) {
        stored.putAll(values);
        if (callback != null) {
            callback.onCompletion(null, null);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }
}
