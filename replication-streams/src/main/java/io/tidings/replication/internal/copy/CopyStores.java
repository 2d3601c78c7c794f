package io.tidings.replication.internal.copy;

import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.copy.store.MemoryStore;
import io.tidings.replication.internal.copy.store.RocksStore;
import io.tidings.replication.internal.copy.store.StateFolder;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.Replica;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a view's store, again and again if need be: what is damaged goes aside, what is of another format goes, and a new one is
 * begun. Used by one thread.
 */
final class CopyStores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CopyStores.class);

    private final Replica replica;
    private final @Nullable StateFolder folder;
    private final Duration graveRetention;
    private final Clock clock;

    /**
     * Stores of a view.
     *
     * @param folder null to keep rows on the heap
     */
    CopyStores(Replica replica, @Nullable StateFolder folder, Duration graveRetention, Clock clock) {
        this.replica = replica;
        this.folder = folder;
        this.graveRetention = graveRetention;
        this.clock = clock;
    }

    /** Opens what is there, if it can be used. */
    OpenCopy open() {
        if (folder == null) {
            return begun(new MemoryStore());
        }
        try {
            RocksStore store = RocksStore.open(folder.rows());
            Ledger ledger = ledger(store);
            if (ledger != null) {
                return opened(store, ledger);
            }
            LOG.info("{}: the rows in {} are of another format; they are fetched again", replica.view(), folder);
            store.close();
            folder.clear();
        } catch (StoreFailure e) {
            if (e.kind() != StoreFailure.Kind.DAMAGED) {
                throw e;
            }
            putAside(e);
        }
        return begun(RocksStore.open(folder.rows()));
    }

    /** Puts what is damaged out of the way; the store is closed. */
    void putAside(StoreFailure damage) {
        if (folder != null) {
            LOG.error(
                    "{}: the rows are damaged; they are kept in {}, and fetched again",
                    replica.view(),
                    folder.moveAside(),
                    damage);
        }
    }

    /** Forgets all rows; the store is closed. */
    void clear() {
        if (folder != null) {
            folder.clear();
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }

    /** What was opened. */
    record OpenCopy(ByteStore store, Copy copy) {}

    private @Nullable Ledger ledger(RocksStore store) {
        try {
            return Ledger.read(store, clock.millis());
        } catch (StoreFailure e) {
            closeQuietly(store);
            throw e;
        }
    }

    private OpenCopy begun(ByteStore store) {
        Ledger ledger = Ledger.read(store, clock.millis());
        if (ledger == null) {
            throw StoreFailure.damaged("A new store is not empty", null);
        }
        return opened(store, ledger);
    }

    private OpenCopy opened(ByteStore store, Ledger ledger) {
        return new OpenCopy(store, new Copy(store, ledger, replica, graveRetention, clock));
    }

    static void closeQuietly(ByteStore store) {
        try {
            store.close();
        } catch (StoreFailure e) {
            LOG.debug("The store did not close in peace", e);
        }
    }
}
