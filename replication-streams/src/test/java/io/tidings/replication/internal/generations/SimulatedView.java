package io.tidings.replication.internal.generations;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The world of a view: a channel, the stores of its generations, the manifest on the disk. It outlives the processes, which are
 * killed at any step.
 */
final class SimulatedView extends Clock implements ManifestStore, GenerationDrivers {

    /** The process ends here. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is stored of a generation. */
    static final class Store {
        final Map<String, Row> rows = new TreeMap<>();
        int position;
    }

    final List<Event.Upsert> channel = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final Map<String, Store> stores = new TreeMap<>();
    final List<SimulatedDriver> running = new ArrayList<>();
    private final Random random;
    private Manifest written = Manifest.NONE;
    private long now = 1;
    Erased erased = new Erased();
    int killsLeft;
    boolean othersUseWhatIsRetired;
    boolean changedByEventsAlone;
    /** Loses the rows of what it swaps in: to see whether anybody notices. */
    boolean losesRows;
    /** No generation can be started now. */
    boolean startsNothing;

    SimulatedView(Random random) {
        this.random = random;
    }

    Manifest written() {
        return written;
    }

    void mayKill() {
        if (killsLeft > 0 && random.nextInt(10) == 0) {
            killsLeft--;
            throw new Killed();
        }
    }

    void say(String key, long version) {
        byte[] value = key.getBytes(StandardCharsets.UTF_8);
        keys.add(key);
        channel.add(new Event.Upsert(0, channel.size(), version, RowValue.of(value)));
    }

    @Override
    public Manifest read() {
        return written;
    }

    @Override
    public void write(Manifest manifest) {
        mayKill();
        written = manifest;
        mayKill();
    }

    @Override
    public ViewDriver start(Generation generation) {
        mayKill();
        if (startsNothing) {
            throw new TransientMessagingException("nothing starts", null);
        }
        SimulatedDriver driver = new SimulatedDriver(generation);
        running.add(driver);
        mayKill();
        return driver;
    }

    @Override
    public Optional<ViewDriver> carryOn(Generation generation) {
        return generation.shape().fingerprint().equals("f1") ? Optional.of(start(generation)) : Optional.empty();
    }

    @Override
    public int newestNumber() {
        return 0;
    }

    @Override
    public boolean remove(Generation generation) {
        mayKill();
        if (othersUseWhatIsRetired) {
            return false;
        }
        stores.remove(generation.name());
        mayKill();
        return true;
    }

    @Override
    public boolean awayTooLong(long from, long to) {
        return false;
    }

    @Override
    public void sweep(ViewDriver driver) {}

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        now += 60_000;
        return Instant.ofEpochMilli(now);
    }

    /** Applies events when it is told to. */
    final class SimulatedDriver implements ViewDriver, Rows, Progress {

        private final Replica replica;
        private final Readiness readiness = new Readiness();
        private final Store store;
        private final int end = channel.size();

        SimulatedDriver(Generation generation) {
            this.replica = new Replica("View", generation.name(), List.of(), true, KeyOrder.AS_THEY_ARE, Indexer.NONE);
            this.store = stores.computeIfAbsent(generation.name(), name -> new Store());
            advance(0);
        }

        void advance(int events) {
            if (stores.get(replica.name()) != store) {
                throw new AssertionError(replica.name() + " was removed while it runs");
            }
            for (int each = 0; each < events && store.position < channel.size(); each++) {
                apply();
            }
            if (store.position >= end) {
                readiness.caughtUp(readiness.epoch());
            }
        }

        private void apply() {
            String key = keys.get(store.position);
            Event event = channel.get(store.position++);
            boolean lost = losesRows && random.nextInt(5) == 0;
            if (!lost
                    && !erased.has(key.getBytes(StandardCharsets.UTF_8))
                    && Fold.fold(store.rows.get(key), event, now) instanceof Decision.Applied applied) {
                store.rows.put(key, applied.row());
            }
        }

        @Override
        public Replica replica() {
            return replica;
        }

        @Override
        public Rows rows() {
            return this;
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
        public boolean changedByEventsAlone() {
            return changedByEventsAlone;
        }

        @Override
        public CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
            String name = new String(key, StandardCharsets.UTF_8);
            Optional<RowEdit.Change> change = edit.of(store.rows.get(name));
            change.ifPresent(what -> {
                if (what instanceof RowEdit.Replace replace) {
                    store.rows.put(name, replace.row());
                } else {
                    store.rows.remove(name);
                }
            });
            return CompletableFuture.completedFuture(change.isPresent());
        }

        @Override
        public void close() {
            mayKill();
            running.remove(this);
        }

        @Override
        public void destroy() {
            mayKill();
            stores.remove(replica.name());
            mayKill();
        }

        @Override
        public Optional<Row> get(byte[] key) {
            return Optional.ofNullable(store.rows.get(new String(key, StandardCharsets.UTF_8)));
        }

        @Override
        public void forEach(BiPredicate<byte[], Row> visitor) {
            range(null, null, visitor);
        }

        @Override
        public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
            store.rows.forEach((key, row) -> {
                boolean unused = visitor.test(key.getBytes(StandardCharsets.UTF_8), row);
            });
        }

        @Override
        public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
            throw new TransientMessagingException("nobody asks", null);
        }

        @Override
        public Map<TopicPartition, Long> positions() {
            return Map.of(new TopicPartition("channel", 0), (long) store.position);
        }

        @Override
        public long lag() {
            return (long) channel.size() - store.position;
        }

        @Override
        public long live() {
            return store.rows.size();
        }

        @Override
        public long graves() {
            return 0;
        }

        @Override
        public long parked() {
            return 0;
        }

        @Override
        public long withoutKey() {
            return 0;
        }

        @Override
        public Optional<Instant> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> caughtUpAt() {
            return store.position == channel.size() ? Optional.of(Instant.ofEpochMilli(now)) : Optional.empty();
        }
    }
}
