package io.tidings.replication.internal.streams;

import io.tidings.replication.core.Event;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.RowsContract;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The rows of Kafka Streams' stores. What its own restarts leave behind, the tests with a broker show. */
class StreamsRowsContractTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final AtomicInteger stores = new AtomicInteger();

    @Nested
    class OnDisk extends RowsContract {
        @Override
        protected Subject open(KeyOrder order) {
            return new StreamsSubject(order, true, directory.resolve("state-" + stores.incrementAndGet()));
        }
    }

    @Nested
    class OnTheHeap extends RowsContract {
        @Override
        protected Subject open(KeyOrder order) {
            return new StreamsSubject(order, false, directory.resolve("state-" + stores.incrementAndGet()));
        }
    }

    private static final class StreamsSubject implements RowsContract.Subject {

        private final Replica replica;
        private final MovableClock clock = new MovableClock();
        private final ViewProgress progress;
        private final TopologyTestDriver driver;
        private final TestInputTopic<byte[], byte[]> events;
        private Optional<Event> next = Optional.empty();

        StreamsSubject(KeyOrder order, boolean persistent, Path state) {
            EventReader told = (message, origin) -> next;
            this.replica = new Replica(
                    "View", "View-1", List.of(new Input(0, "events", told)), persistent, order, RowsContract.BY_PARTS);
            this.progress = new ViewProgress(replica.topics(), new PollLog(), () -> {});
            Properties settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
            settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
            ReplicaTopology topology =
                    new ReplicaTopology(UnaryOperator.identity(), new OpenEdits(1), RowsContract.RETENTION, clock);
            this.driver = new TopologyTestDriver(topology.of(replica, progress), settings, clock.instant());
            this.events = driver.createInputTopic("events", new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Rows rows() {
            KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(replica.name());
            return new KeyValueRows(new StoreKeyValues(store), replica);
        }

        @Override
        public void apply(byte[] key, Event event) {
            next = Optional.of(event);
            events.pipeInput(key, new byte[0]);
        }

        @Override
        public void commit() {}

        @Override
        public void sweep() {
            driver.advanceWallClockTime(RowsContract.RETENTION);
        }

        @Override
        public void advance(Duration by) {
            clock.advance(by);
        }

        @Override
        public long live() {
            return progress.live();
        }

        @Override
        public long graves() {
            return progress.graves();
        }

        @Override
        public long parked() {
            return progress.parked();
        }

        /** The changelog has none of it. */
        @Override
        public void crash(int writes, Runnable change) {}

        @Override
        public void close() {
            driver.close();
        }
    }
}
