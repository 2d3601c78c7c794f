package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.replication.AtLeast;
import io.tidings.replication.CompositeKey;
import io.tidings.replication.Index;
import io.tidings.replication.JoinedView;
import io.tidings.replication.ReplicaView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.parcels.v2.Size;

/**
 * The rows of view {@code Deliveries}. What is thrown while it is not ready, or not fresh enough, {@link
 * io.tidings.replication.ReplicaView} says. Safe for use by several threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DeliveriesReplica {
    /** Its name, and so the tag {@code view} of its metrics. */
    public static final String VIEW = "Deliveries";

    /** Finds rows by size. */
    public static final Index<Deliveries, String> BY_SIZE = Index.of(
            "size", KeyType.STRING, row -> Optional.ofNullable(row.getSize()).map(value -> value.name())
                    .orElse(null));

    /** Finds rows by city. */
    public static final Index<Deliveries, String> BY_CITY = Index.of("city", KeyType.STRING, row -> row.getCity());

    /** Finds rows by due. */
    public static final Index<Deliveries, String> BY_DUE = Index.of(
            "due", KeyType.STRING, row -> Optional.ofNullable(row.getDue()).map(value -> value.toString())
                    .orElse(null));

    /** Finds rows by sender. */
    public static final Index<Deliveries, UUID> BY_SENDER = Index.of("sender", KeyType.UUID, row -> row.getSender());

    /** Finds rows by home. */
    public static final Index<Deliveries, Boolean> BY_HOME = Index.of("home", KeyType.BOOLEAN, row -> row.getHome());

    /** Finds rows by city and size. */
    public static final Index<Deliveries, List<Object>> BY_CITY_AND_SIZE = Index.of(
            "cityAndSize", CompositeKey.of(KeyType.STRING, KeyType.STRING), row -> CompositeKey.values(
                    row.getCity(),
                    Optional.ofNullable(row.getSize()).map(value -> value.name())
                            .orElse(null)));

    private final ReplicaView<String, Deliveries> rows;

    private final JoinedView<String, Deliveries, Depots> withDepot;

    private final JoinedView<String, Deliveries, ParcelTable> withParcel;

    /** Asks these rows, together with those of other views. */
    public DeliveriesReplica(ReplicaView<String, Deliveries> rows,
            ReplicaView<String, Depots> withDepot, ReplicaView<String, ParcelTable> withParcel) {
        this.rows = rows;
        this.withDepot = JoinedView.byForeignKey(rows, row -> Optional.ofNullable(row.getCity()), withDepot);
        this.withParcel = JoinedView.byKey(rows, withParcel);
    }

    /** The row of a key; empty if the entity was never heard of or is gone. */
    public Optional<Deliveries> get(String key) {
        return rows.get(key);
    }

    /**
     * The row of a key that has seen a change, for which this waits: read your writes.
     *
     * @param atLeast the change, as the reply to a command or a receipt tells it
     */
    public Optional<Deliveries> get(String key, AtLeast atLeast, Duration timeout) {
        return rows.get(key, atLeast, timeout);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> bySize(Size size) {
        return rows.by(BY_SIZE, size.name());
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> byCity(String city) {
        return rows.by(BY_CITY, city);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> byDue(LocalDate due) {
        return rows.by(BY_DUE, due.toString());
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> bySender(UUID sender) {
        return rows.by(BY_SENDER, sender);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> byHome(boolean home) {
        return rows.by(BY_HOME, home);
    }

    /** The rows that have these values, by their keys. */
    public Map<String, Deliveries> byCityAndSize(String city, Size size) {
        return rows.by(BY_CITY_AND_SIZE, List.of(city, size.name()));
    }

    /** The rows, each with the one of view {@code Depots} that belongs to it. */
    public JoinedView<String, Deliveries, Depots> withDepot() {
        return withDepot;
    }

    /** The rows, each with the one of view {@code ParcelTable} that belongs to it. */
    public JoinedView<String, Deliveries, ParcelTable> withParcel() {
        return withParcel;
    }

    /** Visits the rows of keys from one to another, both included, in the order of the keys. */
    public void range(String from, String to, BiConsumer<? super String, ? super Deliveries> visitor) {
        rows.range(from, to, visitor);
    }

    /** Visits all rows, in no promised order. */
    public void all(BiConsumer<? super String, ? super Deliveries> visitor) {
        rows.forEach(visitor);
    }

    /** What else can be asked: versions, parked keys, freshness, lag. */
    public ReplicaView<String, Deliveries> rows() {
        return rows;
    }
}
