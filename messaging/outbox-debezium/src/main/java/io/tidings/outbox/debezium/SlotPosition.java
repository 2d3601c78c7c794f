package io.tidings.outbox.debezium;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What Debezium takes for stored offsets: always the slot's own position, as it was when the engine started. What it wants to
 * store needs no storing, since it confirms the same position to the slot. Made by the engine, by its class name.
 */
public final class SlotPosition implements OffsetBackingStore {
    static final String POSITION = "offset.storage.tidings.position";

    private String offset = "";

    @Override
    public void configure(WorkerConfig config) {
        // As PostgresOffsetContext writes it. Without lsn_commit the engine passes on all that the slot sends.
        offset = "{\"lsn\":" + config.originalsStrings().get(POSITION) + "}";
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
        Map<ByteBuffer, ByteBuffer> offsets = new HashMap<>();
        keys.forEach(key -> offsets.put(key, ByteBuffer.wrap(offset.getBytes(StandardCharsets.UTF_8))));
        return CompletableFuture.completedFuture(offsets);
    }

    @Override
    public Future<Void> set(Map<ByteBuffer, ByteBuffer> values, @Nullable Callback<Void> callback) {
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
