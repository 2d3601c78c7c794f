package io.tidings.replication;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import io.tidings.replication.internal.keyvalue.KeyValueTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Instances that share a view's partitions, without a broker: an owner's events reach those that hold or follow a partition, and
 * each instance believes of the others what it is told.
 */
public final class FakeCluster {

    public static final String TOPIC = "restaurants";

    private final int partitions;
    private final Clock clock;
    private final ReplicaDefinition<String, RestaurantView> definition;
    private final RowSerializer<RestaurantView> serializer =
            new RowSerializer<>(RestaurantView.SCHEMA$, RestaurantView.class);
    private final List<Instance> instances = new ArrayList<>();
    private final Map<Integer, Long> ends = new HashMap<>();

    public FakeCluster(int partitions, Staleness staleness, Clock clock) {
        this(partitions, staleness, clock, RestaurantView.on(TOPIC));
    }

    /** A view of another name. */
    public FakeCluster(int partitions, Staleness staleness, Clock clock, String view) {
        this(
                partitions,
                staleness,
                clock,
                ReplicaDefinition.of(view, RestaurantView.channel(TOPIC), RestaurantView.TYPE, VersionSource.header()));
    }

    public FakeCluster(
            int partitions, Staleness staleness, Clock clock, ReplicaDefinition<String, RestaurantView> definition) {
        this.partitions = partitions;
        this.clock = clock;
        this.definition = definition.index(RestaurantView.NAME).staleness(staleness);
    }

    public ReplicaDefinition<String, RestaurantView> definition() {
        return definition;
    }

    public Instance join(String address) {
        Instance instance = new Instance(address);
        instances.add(instance);
        return instance;
    }

    /** Gives a partition to an instance, with what others have of it, and tells everybody. */
    public void hold(int partition, Instance holder, Instance... followers) {
        NavigableMap<byte[], byte[]> content = copyOf(partition);
        for (Instance instance : instances) {
            boolean has = instance == holder || List.of(followers).contains(instance);
            if (has) {
                instance.tables.put(partition, copy(content));
            } else {
                instance.tables.remove(partition);
            }
            if (instance == holder) {
                instance.held.add(partition);
            } else {
                instance.held.remove(partition);
            }
            instance.owners.put(partition, holder.address);
            instance.standbys.put(
                    partition,
                    Arrays.stream(followers).map(follower -> follower.address).toList());
            instance.readiness.newEpoch();
            instance.readiness.caughtUp(instance.readiness.epoch());
        }
    }

    private NavigableMap<byte[], byte[]> copyOf(int partition) {
        return instances.stream()
                .map(instance -> instance.tables.get(partition))
                .filter(content -> content != null)
                .findFirst()
                .orElseGet(FakeCluster::empty);
    }

    /** An entity has a new version. */
    public AtLeast says(String key, long version, String name) {
        RestaurantView row = new RestaurantView();
        row.put(0, name);
        return publish(key, (offset) -> new Event.Upsert(0, offset, version, RowValue.of(serializer.write(row))));
    }

    public AtLeast deletes(String key, long version) {
        return publish(key, offset -> new Event.Delete(0, offset, version));
    }

    public AtLeast babbles(String key, @Nullable Long version) {
        return publish(key, offset -> new Event.Poison(0, offset, version, "nobody understands"));
    }

    private interface Made {
        Event at(long offset);
    }

    private AtLeast publish(String key, Made made) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        int partition = partitionOf(bytes);
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        instances.forEach(instance -> instance.apply(partition, bytes, made.at(offset)));
        return AtLeast.position(TOPIC, partition, offset);
    }

    public int partitionOf(String key) {
        return partitionOf(key.getBytes(StandardCharsets.UTF_8));
    }

    private int partitionOf(byte[] key) {
        return Math.floorMod(Arrays.hashCode(key), partitions);
    }

    private static NavigableMap<byte[], byte[]> empty() {
        return new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    }

    private static NavigableMap<byte[], byte[]> copy(NavigableMap<byte[], byte[]> content) {
        NavigableMap<byte[], byte[]> copy = empty();
        copy.putAll(content);
        return copy;
    }

    /** One instance of the service. */
    public final class Instance implements ViewDriver, Placements, Progress {

        private final String address;
        private final Map<Integer, NavigableMap<byte[], byte[]>> tables = new ConcurrentHashMap<>();
        private final SortedSet<Integer> held = Collections.synchronizedSortedSet(new TreeSet<>());
        private final Map<Integer, String> owners = new ConcurrentHashMap<>();
        private final Map<Integer, List<String>> standbys = new ConcurrentHashMap<>();
        private final Readiness readiness = new Readiness();
        private final Replica replica;
        private final StoredView<String, RestaurantView> view;
        private volatile boolean deaf;
        private volatile @Nullable Instant caughtUpAt;

        private Instance(String address) {
            this.address = address;
            this.replica = new Replica(
                    definition.view(),
                    definition.storeName(),
                    List.of(new Input(0, definition.addresses().get(0), (message, origin) -> Optional.empty())),
                    false,
                    IndexValues.order(definition.keyType()),
                    IndexValues.indexer(definition.indexes(), serializer));
            this.view = new StoredView<>(definition, serializer, () -> this, clock);
            this.caughtUpAt = clock.instant();
            readiness.caughtUp(readiness.epoch());
        }

        public ReplicaView<String, RestaurantView> view() {
            return view;
        }

        /** What it is told from now on, it does not hear. */
        public void deaf(boolean now) {
            deaf = now;
        }

        public void caughtUpAt(@Nullable Instant now) {
            caughtUpAt = now;
        }

        /** It is told of another owner, rightly or not. */
        public void believes(int partition, Instance owner) {
            owners.put(partition, owner.address);
        }

        /** It neither holds nor answers anything. */
        public void notReady() {
            readiness.newEpoch();
        }

        private void apply(int partition, byte[] key, Event event) {
            NavigableMap<byte[], byte[]> content = tables.get(partition);
            if (content == null || deaf) {
                return;
            }
            KeyValueTable table = new KeyValueTable(new SortedKeyValues(content), replica);
            Row before = table.get(key);
            Decision decision = Fold.fold(before, event, clock.millis());
            if (decision instanceof Decision.Applied applied) {
                table.put(key, before, applied.row());
            } else if (decision instanceof Decision.Grave grave) {
                table.put(key, before, grave.row());
            } else if (decision instanceof Decision.Parked parked) {
                table.put(key, before, parked.row());
            }
        }

        private Rows rowsOf(SortedSet<Integer> wanted) {
            NavigableMap<byte[], byte[]> all = empty();
            for (int partition : List.copyOf(wanted)) {
                NavigableMap<byte[], byte[]> content = tables.get(partition);
                if (content == null) {
                    throw new TransientMessagingException("Partition " + partition + " is not here", null);
                }
                all.putAll(content);
            }
            return new KeyValueRows(new SortedKeyValues(all), replica);
        }

        @Override
        public Replica replica() {
            return replica;
        }

        @Override
        public Rows rows() {
            return rowsOf(held);
        }

        @Override
        public Rows followed(SortedSet<Integer> wanted) {
            return rowsOf(wanted);
        }

        @Override
        public Progress progress() {
            return this;
        }

        @Override
        public Readiness readiness() {
            return readiness;
        }

        @Override
        public Placements placements() {
            return this;
        }

        @Override
        public void close() {
            readiness.newEpoch();
        }

        @Override
        public void destroy() {
            tables.clear();
        }

        @Override
        public boolean spread() {
            return definition.coverage() == Coverage.PARTITIONED;
        }

        @Override
        public Optional<String> self() {
            return Optional.of(address);
        }

        @Override
        public SortedSet<Integer> partitions() {
            SortedSet<Integer> all = new TreeSet<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(partition);
            }
            return all;
        }

        @Override
        public SortedSet<Integer> held() {
            return new TreeSet<>(List.copyOf(held));
        }

        @Override
        public int partition(byte[] key) {
            return partitionOf(key);
        }

        @Override
        public Optional<String> owner(int partition) {
            return Optional.ofNullable(owners.get(partition));
        }

        @Override
        public List<String> standbys(int partition) {
            return standbys.getOrDefault(partition, List.of());
        }

        @Override
        public Map<TopicPartition, Long> positions() {
            Map<TopicPartition, Long> positions = new HashMap<>();
            held().forEach(partition ->
                    positions.put(new TopicPartition(TOPIC, partition), deaf ? 0 : ends.getOrDefault(partition, 0L)));
            return positions;
        }

        @Override
        public long lag() {
            if (deaf) {
                throw new TransientMessagingException("Kafka gave no answer", null);
            }
            return 0;
        }

        @Override
        public long live() {
            return count(Row::live);
        }

        @Override
        public long graves() {
            return count(Row::grave);
        }

        @Override
        public long parked() {
            return count(row -> row.parked() != null);
        }

        private long count(Predicate<Row> which) {
            long[] count = {0};
            rows().forEach((key, row) -> {
                count[0] += which.test(row) ? 1 : 0;
                return true;
            });
            return count[0];
        }

        @Override
        public long withoutKey() {
            return 0;
        }

        @Override
        public Optional<Instant> newest() {
            return Optional.of(Instant.EPOCH);
        }

        @Override
        public Optional<Instant> caughtUpAt() {
            return Optional.ofNullable(caughtUpAt);
        }
    }
}
