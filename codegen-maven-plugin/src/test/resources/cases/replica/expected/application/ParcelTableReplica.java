package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.replication.AtLeast;
import io.tidings.replication.Index;
import io.tidings.replication.ReplicaView;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.parcels.Size;

/**
 * The rows of view {@code ParcelTable}. What is thrown while it is not ready, or not fresh enough, {@link
 * io.tidings.replication.ReplicaView} says. Safe for use by several threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelTableReplica {
    /** Its name, and so the tag {@code view} of its metrics. */
    public static final String VIEW = "ParcelTable";

    /** Finds rows by size. */
    public static final Index<ParcelTable, String> BY_SIZE = Index.of(
            "size", KeyType.STRING, row -> row.getSize().name());

    private final ReplicaView<String, ParcelTable> rows;

    /** Asks these rows. */
    public ParcelTableReplica(ReplicaView<String, ParcelTable> rows) {
        this.rows = rows;
    }

    /** The row of a key; empty if the entity was never heard of or is gone. */
    public Optional<ParcelTable> get(String key) {
        return rows.get(key);
    }

    /**
     * The row of a key that has seen a change, for which this waits: read your writes.
     *
     * @param atLeast the change, as the reply to a command or a receipt tells it
     */
    public Optional<ParcelTable> get(String key, AtLeast atLeast, Duration timeout) {
        return rows.get(key, atLeast, timeout);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, ParcelTable> bySize(Size size) {
        return rows.by(BY_SIZE, size.name());
    }

    /** Visits the rows of keys from one to another, both included, in the order of the keys. */
    public void range(String from, String to, BiConsumer<? super String, ? super ParcelTable> visitor) {
        rows.range(from, to, visitor);
    }

    /** Visits all rows, in no promised order. */
    public void all(BiConsumer<? super String, ? super ParcelTable> visitor) {
        rows.forEach(visitor);
    }

    /** What else can be asked: versions, parked keys, freshness, lag. */
    public ReplicaView<String, ParcelTable> rows() {
        return rows;
    }
}
