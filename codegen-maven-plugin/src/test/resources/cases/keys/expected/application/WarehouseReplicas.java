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
import org.warehouse.Place;

/** Local copies of other services' data, as Warehouse declares them. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WarehouseReplicas implements AutoCloseable {
    /** View {@code StockView} of {@code warehouse.stock}. */
    public static final ReplicaDefinition<Place, StockView> STOCK_VIEW = new ReplicaDefinition<>(
            "StockView",
            WarehouseChannels.STOCK,
            new MessageType<>("StockChanged", StockView.class, StockView.getClassSchema()),
            VersionSource.header(),
            Deletes.TOMBSTONE,
            StoreKind.ROCKSDB);

    private final Replication replication;

    private WarehouseReplicas(Replication replication) {
        this.replication = replication;
    }

    /** Starts to copy, with Kafka's own configuration keys. */
    public static WarehouseReplicas start(Map<String, String> configuration) {
        return new WarehouseReplicas(Replication.start(configuration, List.of(STOCK_VIEW)));
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
    public ReplicaView<Place, StockView> stockView() {
        return replication.view(STOCK_VIEW);
    }

    /** Stops copying. */
    @Override
    public void close() {
        replication.close();
    }
}
