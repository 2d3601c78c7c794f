package io.tidings.replication.internal.generations;

import io.tidings.messaging.owner.ChecksumTable;
import io.tidings.messaging.owner.Drift;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares two generations of a view that both follow their channels: counts and checksums over keys and versions of what lives,
 * then keys in the buckets that differ. What differs only because one of them is a little ahead agrees when it is asked again.
 */
final class Comparison {

    private static final int ASKED_AGAIN = 20;

    private final Rows current;
    private final Rows next;
    private final Runnable pause;

    /**
     * A comparison.
     *
     * @param pause called between two looks at what differs
     */
    Comparison(Rows current, Rows next, Runnable pause) {
        this.current = current;
        this.next = next;
        this.pause = pause;
    }

    /** Whether the current one is ready, and both follow the same partitions. */
    static boolean possible(ViewDriver current, ViewDriver next) {
        Set<TopicPartition> followed = current.progress().positions().keySet();
        return current.readiness().ready()
                && followed.equals(next.progress().positions().keySet());
    }

    /** On what they do not agree, the current one in the owner's part. */
    List<Drift> differences() {
        Set<Integer> buckets = new HashSet<>(table(current).differences(table(next)));
        if (buckets.isEmpty()) {
            return List.of();
        }
        List<Drift> drifts = Drift.between(versions(current, buckets), versions(next, buckets));
        for (int asked = 0; asked < ASKED_AGAIN && !drifts.isEmpty(); asked++) {
            pause.run();
            drifts = drifts.stream().flatMap(drift -> again(drift).stream()).toList();
        }
        return drifts;
    }

    static ChecksumTable table(Rows rows) {
        ChecksumTable.Builder table = ChecksumTable.of(ChecksumTable.BUCKETS);
        rows.forEach((key, row) -> {
            if (row.live()) {
                table.add(key, row.version());
            }
            return true;
        });
        return table.build();
    }

    private static Map<ByteBuffer, Long> versions(Rows rows, Set<Integer> buckets) {
        Map<ByteBuffer, Long> versions = new HashMap<>();
        rows.forEach((key, row) -> {
            if (row.live() && buckets.contains(ChecksumTable.bucket(key, ChecksumTable.BUCKETS))) {
                versions.put(ByteBuffer.wrap(key), row.version());
            }
            return true;
        });
        return versions;
    }

    private Optional<Drift> again(Drift drift) {
        byte[] key = new byte[drift.key().remaining()];
        drift.key().duplicate().get(key);
        return Drift.between(version(current, key), version(next, key)).stream().findFirst();
    }

    private static Map<ByteBuffer, Long> version(Rows rows, byte[] key) {
        return rows.get(key)
                .filter(Row::live)
                .map(row -> Map.of(ByteBuffer.wrap(key), row.version()))
                .orElse(Map.of());
    }
}
