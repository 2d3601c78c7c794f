package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.replication.AtLeast;
import io.tidings.replication.ReplicaView;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rows of view {@code parcel-count}. What is thrown while it is not ready, or not fresh enough, {@link
 * io.tidings.replication.ReplicaView} says. Safe for use by several threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelCountReplica {
    /** Its name, and so the tag {@code view} of its metrics. */
    public static final String VIEW = "parcel-count";

    private final ReplicaView<String, ParcelCount> rows;

    /** Asks these rows. */
    public ParcelCountReplica(ReplicaView<String, ParcelCount> rows) {
        this.rows = rows;
    }

    /** The row of a key; empty if the entity was never heard of or is gone. */
    public Optional<ParcelCount> get(String key) {
        return rows.get(key);
    }

    /**
     * The row of a key that has seen a change, for which this waits: read your writes.
     *
     * @param atLeast the change, as the reply to a command or a receipt tells it
     */
    public Optional<ParcelCount> get(String key, AtLeast atLeast, Duration timeout) {
        return rows.get(key, atLeast, timeout);
    }

    /** Visits the rows of keys from one to another, both included, in the order of the keys. */
    public void range(String from, String to, BiConsumer<? super String, ? super ParcelCount> visitor) {
        rows.range(from, to, visitor);
    }

    /** Visits all rows, in no promised order. */
    public void all(BiConsumer<? super String, ? super ParcelCount> visitor) {
        rows.forEach(visitor);
    }

    /** What else can be asked: versions, parked keys, freshness, lag. */
    public ReplicaView<String, ParcelCount> rows() {
        return rows;
    }
}
