package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.replication.Deletes;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.Replication;
import io.tidings.replication.StoreKind;
import io.tidings.replication.VersionSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Local copies of other services' data, as Delivery Planner declares them. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DeliveryPlannerReplicas implements AutoCloseable {
    /**
     * View {@code ParcelView} of {@code parcels.events}.
     *
     * <p>Keeps what the planner must know of parcels.
     */
    public static final ReplicaDefinition<String, ParcelView> PARCEL_VIEW = new ReplicaDefinition<>(
            "ParcelView",
            DeliveryPlannerChannels.PARCEL_EVENTS,
            new MessageType<>("ParcelPosted", ParcelView.class, ParcelView.getClassSchema()),
            VersionSource.header(),
            Deletes.TOMBSTONE,
            StoreKind.ROCKSDB);

    /** View {@code parcel-count} of {@code parcels.events}. */
    public static final ReplicaDefinition<String, ParcelCount> PARCEL_COUNT = new ReplicaDefinition<>(
            "parcel-count",
            DeliveryPlannerChannels.PARCEL_EVENTS,
            new MessageType<>("ParcelPosted", ParcelCount.class, ParcelCount.getClassSchema()),
            VersionSource.field("revision"),
            Deletes.NONE,
            StoreKind.MEMORY);

    private final Replication replication;

    private DeliveryPlannerReplicas(Replication replication) {
        this.replication = replication;
    }

    /** Starts to copy, with Kafka's own configuration keys. */
    public static DeliveryPlannerReplicas start(Map<String, String> configuration) {
        return new DeliveryPlannerReplicas(Replication.start(configuration, List.of(PARCEL_VIEW, PARCEL_COUNT)));
    }

    /**
     * Waits until every copy has caught up with what was published before now.
     *
     * @return false if that took longer
     */
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        return replication.awaitReady(deadline);
    }

    /** Whether every copy has caught up with what was published before the start. */
    public boolean ready() {
        return replication.ready();
    }

    /** The rows of view {@code ParcelView}. */
    public ReplicaView<String, ParcelView> parcelView() {
        return replication.view(PARCEL_VIEW);
    }

    /** The rows of view {@code parcel-count}. */
    public ReplicaView<String, ParcelCount> parcelCount() {
        return replication.view(PARCEL_COUNT);
    }

    /** Stops copying. */
    @Override
    public void close() {
        replication.close();
    }
}
