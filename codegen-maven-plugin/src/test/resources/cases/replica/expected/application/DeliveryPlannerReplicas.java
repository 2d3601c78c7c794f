package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.replication.Deletes;
import io.tidings.replication.Feed;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.Replication;
import io.tidings.replication.ReplicationOptions;
import io.tidings.replication.SqlStore;
import io.tidings.replication.Staleness;
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
    public static final ReplicaDefinition<String, ParcelView> PARCEL_VIEW = ReplicaDefinition.<String, ParcelView>of(
            "ParcelView",
            new MessageType<>("ParcelView", ParcelView.class, ParcelView.getClassSchema()),
            List.<Feed<String, ?, ParcelView>>of(
                    Feed.of(
                            DeliveryPlannerChannels.PARCEL_EVENTS,
                            new MessageType<>("ParcelPosted", ParcelView.class, ParcelView.getClassSchema()),
                            VersionSource.header(),
                            Deletes.TOMBSTONE)));

    /** View {@code parcel-count} of {@code parcels.events}. */
    public static final ReplicaDefinition<String, ParcelCount> PARCEL_COUNT = ReplicaDefinition.<String, ParcelCount>of(
            "parcel-count",
            new MessageType<>("parcel-count", ParcelCount.class, ParcelCount.getClassSchema()),
            List.<Feed<String, ?, ParcelCount>>of(
                    Feed.of(
                            DeliveryPlannerChannels.PARCEL_EVENTS,
                            new MessageType<>("ParcelPosted", ParcelCount.class, ParcelCount.getClassSchema()),
                            VersionSource.field("revision"),
                            Deletes.NONE)))
            .store(StoreKind.MEMORY);

    /** View {@code Deliveries} of {@code parcels.events} and {@code parcels.events-2}. */
    public static final ReplicaDefinition<String, Deliveries> DELIVERIES = ReplicaDefinition.<String, Deliveries>of(
            "Deliveries",
            new MessageType<>("Deliveries", Deliveries.class, Deliveries.getClassSchema()),
            List.<Feed<String, ?, Deliveries>>of(
                    Feed.of(
                            DeliveryPlannerChannels.PARCEL_EVENTS,
                            new MessageType<>("ParcelPosted", Deliveries.class, Deliveries.getClassSchema()),
                            VersionSource.field("rev"),
                            Deletes.NONE),
                    Feed.of(
                            DeliveryPlannerChannels.PARCEL_EVENTS2,
                            new MessageType<>("ParcelPosted", Deliveries.class, Deliveries.getClassSchema(), SchemaIdLocation.HEADER),
                            VersionSource.field("rev"),
                            Deletes.NONE),
                    Feed.deleted(
                            DeliveryPlannerChannels.PARCEL_EVENTS2,
                            DeliveryPlannerMessages.PARCEL_LOST,
                            VersionSource.field("revision"))))
            .fullCopy()
            .index(DeliveriesReplica.BY_SIZE)
            .index(DeliveriesReplica.BY_CITY)
            .index(DeliveriesReplica.BY_DUE)
            .index(DeliveriesReplica.BY_SENDER)
            .index(DeliveriesReplica.BY_HOME)
            .index(DeliveriesReplica.BY_CITY_AND_SIZE)
            .staleness(Staleness.failAfter(Duration.parse("PT30S")));

    /** View {@code Depots} of {@code depots.events}. */
    public static final ReplicaDefinition<String, Depots> DEPOTS = ReplicaDefinition.<String, Depots>of(
            "Depots",
            new MessageType<>("Depots", Depots.class, Depots.getClassSchema()),
            List.<Feed<String, ?, Depots>>of(
                    Feed.of(
                            DeliveryPlannerChannels.DEPOT_EVENTS,
                            new MessageType<>("DepotOpened", Depots.class, Depots.getClassSchema()),
                            VersionSource.header(),
                            Deletes.TOMBSTONE)))
            .store(StoreKind.MEMORY)
            .fullCopy();

    /** View {@code ParcelTable} of {@code parcels.events}. */
    public static final ReplicaDefinition<String, ParcelTable> PARCEL_TABLE = ReplicaDefinition.<String, ParcelTable>of(
            "ParcelTable",
            new MessageType<>("ParcelTable", ParcelTable.class, ParcelTable.getClassSchema()),
            List.<Feed<String, ?, ParcelTable>>of(
                    Feed.of(
                            DeliveryPlannerChannels.PARCEL_EVENTS,
                            new MessageType<>("ParcelPosted", ParcelTable.class, ParcelTable.getClassSchema()),
                            VersionSource.header(),
                            Deletes.TOMBSTONE)))
            .store(StoreKind.SQL)
            .index(ParcelTableReplica.BY_SIZE);

    private final Replication replication;

    private final ParcelViewReplica parcelView;

    private final ParcelCountReplica parcelCount;

    private final DeliveriesReplica deliveries;

    private final DepotsReplica depots;

    private final ParcelTableReplica parcelTable;

    private final WeightsReplica weights;

    private DeliveryPlannerReplicas(Replication replication, WeightsFold weights) {
        this.replication = replication;
        this.parcelView = new ParcelViewReplica(replication.view(PARCEL_VIEW));
        this.parcelCount = new ParcelCountReplica(replication.view(PARCEL_COUNT));
        this.deliveries = new DeliveriesReplica(replication.view(DELIVERIES), replication.view(DEPOTS), replication.view(PARCEL_TABLE));
        this.depots = new DepotsReplica(replication.view(DEPOTS));
        this.parcelTable = new ParcelTableReplica(replication.view(PARCEL_TABLE));
        this.weights = new WeightsReplica(replication.view(weights(weights)));
    }

    /**
     * View {@code Weights} of {@code parcels.events-2}.
     *
     * <p>How much each parcel has weighed so far.
     */
    public static ReplicaDefinition<String, Weights> weights(WeightsFold fold) {
        return ReplicaDefinition.<String, Weights>of(
                        "Weights",
                        new MessageType<>("Weights", Weights.class, Weights.getClassSchema()),
                        List.<Feed<String, ?, Weights>>of(
                                Feed.folded(
                                        DeliveryPlannerChannels.PARCEL_EVENTS2,
                                        DeliveryPlannerMessages.PARCEL_POSTED_2,
                                        VersionSource.header(),
                                        Deletes.NONE,
                                        fold.revision(),
                                        fold::parcelPosted2),
                                Feed.folded(
                                        DeliveryPlannerChannels.PARCEL_EVENTS2,
                                        DeliveryPlannerMessages.PARCEL_LOST,
                                        VersionSource.header(),
                                        Deletes.NONE,
                                        fold.revision(),
                                        fold::parcelLost)))
                        .index(WeightsReplica.BY_UNIT);
    }

    /** Starts to copy, with what a configuration cannot say: with the database that views are kept in. */
    public static DeliveryPlannerReplicas start(Map<String, String> configuration,
            WeightsFold weights, ReplicationOptions options) {
        return new DeliveryPlannerReplicas(Replication.start(configuration, List.of(
                        PARCEL_VIEW,
                        PARCEL_COUNT,
                        DELIVERIES,
                        DEPOTS,
                        PARCEL_TABLE,
                        weights(weights)),
                options), weights);
    }

    /** What creates the tables of views that are kept in a database, where who starts this may not. */
    public static String sqlSchema(Map<String, String> configuration) {
        return SqlStore.ddl(configuration, PARCEL_TABLE);
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
    public ParcelViewReplica parcelView() {
        return parcelView;
    }

    /** The rows of view {@code parcel-count}. */
    public ParcelCountReplica parcelCount() {
        return parcelCount;
    }

    /** The rows of view {@code Deliveries}. */
    public DeliveriesReplica deliveries() {
        return deliveries;
    }

    /** The rows of view {@code Depots}. */
    public DepotsReplica depots() {
        return depots;
    }

    /** The rows of view {@code ParcelTable}. */
    public ParcelTableReplica parcelTable() {
        return parcelTable;
    }

    /** The rows of view {@code Weights}. */
    public WeightsReplica weights() {
        return weights;
    }

    /** What runs them: for health, metrics, an HTTP endpoint, rebuilding. */
    public Replication replication() {
        return replication;
    }

    /** Stops copying. */
    @Override
    public void close() {
        replication.close();
    }
}
