package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.avro.ExistingClasses;
import io.tidings.replication.Deletes;
import io.tidings.replication.Feed;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.Replication;
import io.tidings.replication.ReplicationOptions;
import io.tidings.replication.VersionSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shared.Account;

/** Local copies of other services' data, as Payments declares them. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PaymentsReplicas implements AutoCloseable {
    /** View {@code PaidView} of {@code shop.paid}. */
    public static final ReplicaDefinition<Account, PaidView> PAID_VIEW = ReplicaDefinition.<Account, PaidView>of(
            "PaidView",
            new MessageType<>("PaidView", PaidView.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"PaidView\",\"namespace\":\"gen.application\",\"fields\":["
                    + "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"total\",\"type\":{\"type\":\"record\",\"name"
                    + "\":\"Money\",\"namespace\":\"org.shared\",\"doc\":\"An amount in some currency.\",\"fie"
                    + "lds\":[{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"prec"
                    + "ision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"type\":\"enum\",\"name\":\"Curr"
                    + "ency\",\"symbols\":[\"EUR\",\"USD\"]}}]}}],\"aliases\":[\"org.shop.Paid\"]}")),
            List.<Feed<Account, ?, PaidView>>of(
                    Feed.of(
                            PaymentsChannels.PAID,
                            new MessageType<>("Paid", PaidView.class, ExistingClasses.parse(
                                    "{\"type\":\"record\",\"name\":\"PaidView\",\"namespace\":\"gen.application\",\"fields\":["
                                    + "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"total\",\"type\":{\"type\":\"record\",\"name"
                                    + "\":\"Money\",\"namespace\":\"org.shared\",\"doc\":\"An amount in some currency.\",\"fie"
                                    + "lds\":[{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"prec"
                                    + "ision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"type\":\"enum\",\"name\":\"Curr"
                                    + "ency\",\"symbols\":[\"EUR\",\"USD\"]}}]}}],\"aliases\":[\"org.shop.Paid\"]}")),
                            VersionSource.header(),
                            Deletes.TOMBSTONE)));

    private final Replication replication;

    private final PaidViewReplica paidView;

    private PaymentsReplicas(Replication replication) {
        this.replication = replication;
        this.paidView = new PaidViewReplica(replication.view(PAID_VIEW));
    }

    /** Starts to copy, with Kafka's own configuration keys. */
    public static PaymentsReplicas start(Map<String, String> configuration) {
        return start(configuration, ReplicationOptions.none());
    }

    /** Starts to copy, with what a configuration cannot say. */
    public static PaymentsReplicas start(Map<String, String> configuration, ReplicationOptions options) {
        return new PaymentsReplicas(Replication.start(configuration, List.of(PAID_VIEW), options));
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

    /** The rows of view {@code PaidView}. */
    public PaidViewReplica paidView() {
        return paidView;
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
