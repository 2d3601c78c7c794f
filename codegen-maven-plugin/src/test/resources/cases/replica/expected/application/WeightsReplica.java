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
import org.weights.Unit;

/**
 * The rows of view {@code Weights}. What is thrown while it is not ready, or not fresh enough, {@link
 * io.tidings.replication.ReplicaView} says. Safe for use by several threads.
 *
 * <p>How much each parcel has weighed so far.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WeightsReplica {
    /** Its name, and so the tag {@code view} of its metrics. */
    public static final String VIEW = "Weights";

    /** Finds rows by unit. */
    public static final Index<Weights, String> BY_UNIT = Index.of("unit", KeyType.STRING, row -> row.getUnit().name());

    private final ReplicaView<String, Weights> rows;

    /** Asks these rows. */
    public WeightsReplica(ReplicaView<String, Weights> rows) {
        this.rows = rows;
    }

    /** The row of a key; empty if the entity was never heard of or is gone. */
    public Optional<Weights> get(String key) {
        return rows.get(key);
    }

    /**
     * The row of a key that has seen a change, for which this waits: read your writes.
     *
     * @param atLeast the change, as the reply to a command or a receipt tells it
     */
    public Optional<Weights> get(String key, AtLeast atLeast, Duration timeout) {
        return rows.get(key, atLeast, timeout);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Weights> byUnit(Unit unit) {
        return rows.by(BY_UNIT, unit.name());
    }

    /** Visits the rows of keys from one to another, both included, in the order of the keys. */
    public void range(String from, String to, BiConsumer<? super String, ? super Weights> visitor) {
        rows.range(from, to, visitor);
    }

    /** Visits all rows, in no promised order. */
    public void all(BiConsumer<? super String, ? super Weights> visitor) {
        rows.forEach(visitor);
    }

    /** What else can be asked: versions, parked keys, freshness, lag. */
    public ReplicaView<String, Weights> rows() {
        return rows;
    }
}
