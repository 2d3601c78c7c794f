package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.replication.Deletes;
import io.tidings.replication.Feed;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.Replication;
import io.tidings.replication.ReplicationOptions;
import io.tidings.replication.VersionSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.warehouse.Place;

/** Local copies of other services' data, as Warehouse declares them. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WarehouseReplicas implements AutoCloseable {
    /** View {@code StockView} of {@code warehouse.stock}. */
    public static final ReplicaDefinition<Place, StockView> STOCK_VIEW = ReplicaDefinition.<Place, StockView>of(
            "StockView",
            new MessageType<>("StockView", StockView.class, StockView.getClassSchema()),
            List.<Feed<Place, ?, StockView>>of(
                    Feed.of(
                            WarehouseChannels.STOCK,
                            new MessageType<>("StockChanged", StockView.class, StockView.getClassSchema()),
                            VersionSource.header(),
                            Deletes.TOMBSTONE)));

    private final Replication replication;

    private final StockViewReplica stockView;

    private WarehouseReplicas(Replication replication) {
        this.replication = replication;
        this.stockView = new StockViewReplica(replication.view(STOCK_VIEW));
    }

    /** Starts to copy, with Kafka's own configuration keys. */
    public static WarehouseReplicas start(Map<String, String> configuration) {
        return start(configuration, ReplicationOptions.none());
    }

    /** Starts to copy, with what a configuration cannot say. */
    public static WarehouseReplicas start(Map<String, String> configuration, ReplicationOptions options) {
        return new WarehouseReplicas(Replication.start(configuration, List.of(STOCK_VIEW), options));
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

    /** The rows of view {@code StockView}. */
    public StockViewReplica stockView() {
        return stockView;
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
