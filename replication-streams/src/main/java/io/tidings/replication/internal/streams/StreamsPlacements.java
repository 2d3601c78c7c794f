package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where a group's partitions are, as its last assignment told every member, with the {@code application.server} of each (KIP-67,
 * KIP-535).
 */
final class StreamsPlacements implements Placements {

    private final Replica replica;
    private final ViewProgress progress;
    private final SortedSet<Integer> partitions;
    private final String self;
    private final Supplier<Collection<StreamsMetadata>> clients;
    private final IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> openStale;

    /**
     * Looks at a group.
     *
     * @param partitions all that the topics have
     * @param self this instance's {@code application.server}; empty if there is none
     * @param clients the members of the group, as far as they are known
     * @param openStale gives the store of a partition that is followed here, or throws an {@link InvalidStateStoreException}
     */
    StreamsPlacements(
            Replica replica,
            ViewProgress progress,
            Set<Integer> partitions,
            String self,
            Supplier<Collection<StreamsMetadata>> clients,
            IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> openStale) {
        this.replica = replica;
        this.progress = progress;
        this.partitions = Collections.unmodifiableSortedSet(new TreeSet<>(partitions));
        this.self = self;
        this.clients = clients;
        this.openStale = openStale;
    }

    @Override
    public boolean spread() {
        return true;
    }

    @Override
    public Optional<String> self() {
        return self.isBlank() ? Optional.empty() : Optional.of(self);
    }

    @Override
    public SortedSet<Integer> partitions() {
        return partitions;
    }

    @Override
    public SortedSet<Integer> held() {
        return new TreeSet<>(progress.partitions());
    }

    /** As Kafka's producers choose it for a record with a key, unless they are told otherwise. */
    @Override
    public int partition(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions.size();
    }

    @Override
    public Optional<String> owner(int partition) {
        return hosts(partition, StreamsMetadata::topicPartitions).stream().findFirst();
    }

    @Override
    public List<String> standbys(int partition) {
        return hosts(partition, StreamsMetadata::standbyTopicPartitions);
    }

    private List<String> hosts(int partition, Function<StreamsMetadata, Set<TopicPartition>> held) {
        List<String> hosts = new ArrayList<>();
        for (StreamsMetadata client : known()) {
            boolean holds = held.apply(client).stream()
                    .anyMatch(input ->
                            input.partition() == partition && replica.topics().contains(input.topic()));
            if (holds && client.port() >= 0) {
                hosts.add(text(client.hostInfo()));
            }
        }
        return hosts;
    }

    /** Before the first assignment, and after the end, nobody is known. */
    private Collection<StreamsMetadata> known() {
        try {
            return clients.get();
        } catch (IllegalStateException e) {
            return List.of();
        }
    }

    private static String text(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    @Override
    public Rows followed(SortedSet<Integer> wanted) {
        return new Followed(wanted);
    }

    /** Opened anew each time: what is followed changes without notice. */
    private final class Followed implements Rows {

        private final SortedSet<Integer> wanted;

        Followed(SortedSet<Integer> wanted) {
            this.wanted = wanted;
        }

        @Override
        public Optional<Row> get(byte[] key) {
            try {
                return rows().get(key);
            } catch (InvalidStateStoreException e) {
                throw notFollowed(e);
            }
        }

        @Override
        public void forEach(BiPredicate<byte[], Row> visitor) {
            visit(rows -> rows.forEach(visitor));
        }

        @Override
        public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
            visit(rows -> rows.range(from, to, visitor));
        }

        @Override
        public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
            visit(rows -> rows.byIndex(entry, visitor));
        }

        private void visit(Consumer<Rows> reading) {
            try {
                reading.accept(rows());
            } catch (InvalidStateStoreException e) {
                throw notFollowed(e);
            }
        }

        private Rows rows() {
            List<StoreKeyValues> stores = wanted.stream()
                    .map(partition -> new StoreKeyValues(openStale.apply(partition)))
                    .toList();
            return new KeyValueRows(new MergedKeyValues(stores), replica);
        }

        private TransientMessagingException notFollowed(InvalidStateStoreException e) {
            return new TransientMessagingException(
                    "Partitions " + wanted + " of view '" + replica.view() + "' are not followed here", e);
        }
    }
}
