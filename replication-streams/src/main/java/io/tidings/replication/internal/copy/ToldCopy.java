package io.tidings.replication.internal.copy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.internal.copy.Chunk.Arrival;
import io.tidings.replication.internal.copy.Ledger.Place;
import io.tidings.replication.internal.copy.store.StateFolder;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ToldDriver;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A full copy, on disk or on the heap, that a test tells its messages. */
public final class ToldCopy implements ToldDriver {

    private final Replica replica;
    private final Clock clock;
    private final CopyStores stores;
    private final CopyStores.OpenCopy opened;
    private final OpenStore open;
    private final Rows rows;
    private final CopyProgress progress = new CopyProgress(positions -> 0L);
    private final Readiness readiness = new Readiness();

    private ToldCopy(Replica replica, CopyStores stores, Clock clock) {
        this.replica = replica;
        this.clock = clock;
        this.stores = stores;
        this.opened = stores.open();
        this.open = new OpenStore(replica.view());
        this.rows = new KeyValueRows(open, replica);
        open.open(opened.store());
        progress.show(opened.copy().ledger());
        readiness.caughtUp(readiness.epoch());
        caughtUp();
    }

    /**
     * Opens the copy; it has caught up at once.
     *
     * @param directory where a replica that is kept on disk goes
     * @throws StoreFailure if that cannot be used
     */
    public static ToldCopy open(Replica replica, Path directory, Duration graveRetention, Clock clock) {
        StateFolder folder = replica.persistent() ? taken(directory) : null;
        return new ToldCopy(replica, new CopyStores(replica, folder, graveRetention, clock), clock);
    }

    private static StateFolder taken(Path directory) {
        StateFolder folder = StateFolder.take(directory);
        if (folder == null) {
            throw StoreFailure.inUse(directory + " is in use");
        }
        return folder;
    }

    @Override
    public void receive(EncodedMessage message, Received.Origin origin) {
        byte @Nullable [] key = message.key();
        Event event = key == null
                ? null
                : replica.input(origin.address()).reader().read(message, origin).orElse(null);
        TopicPartition partition = new TopicPartition(origin.address(), origin.partition());
        Chunk chunk = new Chunk(
                List.of(new Arrival(key, event, origin)), Map.of(partition, new Place(origin.offset() + 1, -1)));
        opened.copy().apply(chunk, progress::passedOver);
        progress.applied(chunk);
        opened.copy().commit();
    }

    @Override
    public void caughtUp() {
        progress.caughtUp(clock.millis());
    }

    @Override
    public void sweep() {
        opened.copy().sweep();
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
    public void close() {
        readiness.newEpoch();
        open.shut();
        opened.copy().close();
        stores.close();
    }
}
