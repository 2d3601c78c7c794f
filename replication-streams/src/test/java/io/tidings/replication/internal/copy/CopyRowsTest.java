package io.tidings.replication.internal.copy;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.internal.copy.Chunk.Arrival;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.copy.store.MemoryStore;
import io.tidings.replication.internal.copy.store.RocksStore;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.RowsContract;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A full copy's rows, on disk and on the heap. */
class CopyRowsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final AtomicInteger stores = new AtomicInteger();

    @Nested
    class OnDisk extends RowsContract {
        @Override
        protected Subject open(KeyOrder order) {
            Path place = directory.resolve("store-" + stores.incrementAndGet());
            return new CopySubject(order, () -> RocksStore.open(place));
        }
    }

    @Nested
    class OnTheHeap extends RowsContract {
        @Override
        protected Subject open(KeyOrder order) {
            ByteStore same = new MemoryStore();
            return new CopySubject(order, () -> same);
        }
    }

    private static final class CopySubject implements RowsContract.Subject {

        private final Replica replica;
        private final Supplier<ByteStore> opening;
        private final MovableClock clock = new MovableClock();
        private final OpenStore open = new OpenStore("View");
        private ByteStore store;
        private Copy copy;

        CopySubject(KeyOrder order, Supplier<ByteStore> opening) {
            this.replica = new Replica("View", "View-1", List.of(), true, order, RowsContract.BY_PARTS);
            this.opening = opening;
            this.store = opening.get();
            this.copy = copy();
        }

        private Copy copy() {
            open.open(store);
            Ledger ledger = requireNonNull(Ledger.read(store, clock.millis()));
            return new Copy(store, ledger, replica, RowsContract.RETENTION, clock);
        }

        @Override
        public Rows rows() {
            return new KeyValueRows(open, replica);
        }

        @Override
        public void apply(byte[] key, Event event) {
            var origin = new Received.Origin("events", 0, event.offset(), Instant.EPOCH);
            copy.apply(new Chunk(List.of(new Arrival(key, event, origin)), Map.of()), () -> {});
        }

        @Override
        public void commit() {
            copy.commit();
        }

        @Override
        public void sweep() {
            copy.sweep();
        }

        @Override
        public void advance(Duration by) {
            clock.advance(by);
        }

        @Override
        public long live() {
            return copy.ledger().tally().live();
        }

        @Override
        public long graves() {
            return copy.ledger().tally().graves();
        }

        @Override
        public long parked() {
            return copy.ledger().tally().parked();
        }

        /** All changes are one batch: none of them was written. */
        @Override
        public void crash(int writes, Runnable change) {
            change.run();
            if (store instanceof RocksStore) {
                store.close();
                store = opening.get();
            }
            copy = copy();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
