package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.store.StateFolder;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.MissingTopicsException;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.RowEdits;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.StopSignal;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a full copy of a view on this instance. Safe for use by several threads. */
public final class CopyDriver implements ViewDriver {

    private static final Logger LOG = LoggerFactory.getLogger(CopyDriver.class);
    private static final long CHECK_NANOS = Duration.ofMillis(200).toNanos();

    private final Replica replica;
    private final CopySettings settings;
    private final Cluster cluster;
    private final OpenStore open;
    private final Rows rows;
    private final CopyProgress progress;
    private final Readiness readiness = new Readiness();
    private final RowEdits edits = new RowEdits();
    private final StopSignal stop = new StopSignal();
    private final Thread thread;

    private CopyDriver(Replica replica, CopySettings settings, Cluster cluster, CopyStores stores, Clock clock) {
        this.replica = replica;
        this.settings = settings;
        this.cluster = cluster;
        this.open = new OpenStore(replica.view());
        this.rows = new KeyValueRows(open, replica);
        this.progress = new CopyProgress(this::lagBehind);
        CopyLoop loop = new CopyLoop(replica, settings, cluster, stores, open, progress, readiness, edits, stop, clock);
        this.thread = new Thread(loop, "tidings-copy-" + replica.view());
        thread.setDaemon(true);
    }

    /**
     * Starts; does not wait for any data.
     *
     * @throws io.tidings.messaging.UnreachableException if no broker answers in time
     * @throws MissingTopicsException if a topic does not exist, and does not come into being in time either
     * @throws StoreFailure if another process has the state directory and does not leave it in time, or if it cannot be used
     */
    public static CopyDriver start(CopySettings settings, Replica replica, Clock clock) {
        Cluster cluster = Cluster.connect(settings);
        try {
            awaitTopics(cluster, replica, settings.connectTimeout());
            StateFolder folder = replica.persistent() ? takeFolder(settings, replica) : null;
            CopyStores stores = new CopyStores(replica, folder, settings.graveRetention(), clock);
            CopyDriver driver = new CopyDriver(replica, settings, cluster, stores, clock);
            driver.thread.start();
            return driver;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
        return edits.submit(key, edit);
    }

    @Override
    public void close() {
        stop.stop();
        try {
            thread.join(Math.max(1, settings.closeTimeout().toMillis()));
            if (thread.isAlive()) {
                LOG.warn("{}: the store is still being closed; the thread goes on with it", replica.view());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        edits.close();
        readiness.newEpoch();
        cluster.close();
    }

    @Override
    public void destroy() {
        if (!replica.persistent()) {
            return;
        }
        StateFolder folder = StateFolder.take(settings.folder(replica.name()));
        if (folder == null) {
            throw StoreFailure.inUse("View '" + replica.view() + "' is in use, and cannot be removed: "
                    + settings.folder(replica.name()));
        }
        folder.destroy();
    }

    private long lagBehind(Map<TopicPartition, Long> positions) {
        return cluster.ends(positions.keySet()).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private static void awaitTopics(Cluster cluster, Replica replica, Duration patience) {
        boolean there = await(patience, () -> cluster.missing(replica.topics()).isEmpty());
        if (!there) {
            Set<String> missing = cluster.missing(replica.topics());
            if (!missing.isEmpty()) {
                throw new MissingTopicsException(missing);
            }
        }
    }

    /** A predecessor that is just being closed lets go of it soon. */
    private static StateFolder takeFolder(CopySettings settings, Replica replica) {
        StateFolder[] taken = new StateFolder[1];
        boolean ours = await(settings.connectTimeout(), () -> {
            StateFolder folder = StateFolder.take(settings.folder(replica.name()));
            if (folder != null) {
                taken[0] = folder;
            }
            return folder != null;
        });
        if (!ours) {
            throw StoreFailure.inUse("View '" + replica.view() + "' cannot be kept in "
                    + settings.folder(replica.name())
                    + ": another process has it. Give each instance a 'state.dir' of its own.");
        }
        return taken[0];
    }

    private static boolean await(Duration patience, BooleanSupplier condition) {
        long started = System.nanoTime();
        while (!condition.getAsBoolean()) {
            boolean late = System.nanoTime() - started >= patience.toNanos();
            if (late || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(CHECK_NANOS);
        }
        return true;
    }
}
