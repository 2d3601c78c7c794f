package io.tidings.replication.internal.keyvalue;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.RowsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows in a store that takes one write after the other, as Kafka Streams' do: a crash may come between any two. */
class KeyValueRowsTest extends RowsContract {

    @Override
    protected Subject open(KeyOrder order) {
        return new KeyValueSubject(new MortalKeyValues(), order);
    }

    /** What a store of Kafka Streams goes through, without Kafka Streams. */
    static final class KeyValueSubject implements Subject {

        private final MortalKeyValues store;
        private final Replica replica;
        private final MovableClock clock = new MovableClock();
        private Tally tally = new Tally();

        KeyValueSubject(MortalKeyValues store, KeyOrder order) {
            this.store = store;
            this.replica = new Replica("View", "View-1", List.of(), true, order, BY_PARTS);
        }

        @Override
        public Rows rows() {
            return new KeyValueRows(store, replica);
        }

        @Override
        public void apply(byte[] key, Event event) {
            var origin = new Received.Origin("events", 0, event.offset(), Instant.EPOCH);
            new Applier(replica, clock).apply(key, event, origin, new KeyValueTable(store, replica), tally);
        }

        @Override
        public void commit() {}

        @Override
        public void sweep() {
            new GraveSweep(store, replica, tally, RETENTION, clock).run();
        }

        @Override
        public void advance(Duration by) {
            clock.advance(by);
        }

        @Override
        public long live() {
            return tally.live();
        }

        @Override
        public long graves() {
            return tally.graves();
        }

        @Override
        public long parked() {
            return tally.parked();
        }

        @Override
        public void crash(int writes, Runnable change) {
            store.dieAfter(writes, change);
            tally = new Tally();
            rows().forEach((key, row) -> {
                tally.replace(null, row);
                return true;
            });
        }

        @Override
        public void close() {}
    }
}
