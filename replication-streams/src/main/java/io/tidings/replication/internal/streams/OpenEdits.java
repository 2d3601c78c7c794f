package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.RowEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Edits for each partition that is open here. Who edits a key does not know its partition, as owners may partition as they like:
 * all are asked, and the one that has the row answers. Safe for use by several threads.
 */
final class OpenEdits {

    private final int partitions;
    private final Map<Integer, RowEdits> open = new ConcurrentHashMap<>();

    /** Over how many partitions keys are laid out. */
    OpenEdits(int partitions) {
        this.partitions = partitions;
    }

    RowEdits opened(int partition) {
        RowEdits edits = new RowEdits();
        open.put(partition, edits);
        return edits;
    }

    void closed(int partition, RowEdits edits) {
        open.remove(partition, edits);
        edits.close();
    }

    /** Where Kafka's own partitioner puts a key; whether that is right matters only for keys that were never heard of. */
    boolean home(byte[] key, int partition) {
        return BuiltInPartitioner.partitionForKey(key, partitions) == partition;
    }

    CompletionStage<Boolean> submit(byte[] key, RowEdit edit) {
        List<CompletionStage<Boolean>> asked = new ArrayList<>();
        open.values().forEach(edits -> asked.add(edits.submit(key, edit)));
        if (asked.isEmpty()) {
            return CompletableFuture.failedFuture(new TransientMessagingException(
                    "No partition is open here: they move, or the view was closed", null));
        }
        return asked.stream()
                .reduce((one, other) -> one.thenCombine(other, Boolean::logicalOr))
                .orElseThrow();
    }
}
