package io.tidings.replication.internal.streams;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One topology for all replicas of an application: a source for each topic, behind it a processor with its store for each
 * replica. Every node and store has a name of ours, since changelog topics are named after them.
 */
final class ReplicaTopology {

    private final Function<Replica, ViewProgress> progress;
    private final Function<EventReader, EventReader> patience;
    private final Duration graveRetention;
    private final Clock clock;

    ReplicaTopology(
            Function<Replica, ViewProgress> progress,
            Function<EventReader, EventReader> patience,
            Duration graveRetention,
            Clock clock) {
        this.progress = progress;
        this.patience = patience;
        this.graveRetention = graveRetention;
        this.clock = clock;
    }

    Topology of(List<Replica> replicas) {
        Topology topology = new Topology();
        Set<String> topics = new LinkedHashSet<>();
        for (Replica replica : replicas) {
            if (topics.add(replica.topic())) {
                addSource(topology, replica.topic());
            }
            addReplica(topology, replica);
        }
        return topology;
    }

    private static void addSource(Topology topology, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                sourceOf(topic),
                // Time decides nothing here; a record without a timestamp is as good as any.
                (record, partitionTime) -> Math.max(0, record.timestamp()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic);
    }

    private void addReplica(Topology topology, Replica replica) {
        String processor = "fold-" + replica.view();
        EventReader reader = patience.apply(replica.reader());
        ViewProgress followed = progress.apply(replica);
        topology.addProcessor(
                processor,
                () -> new FoldProcessor(replica, reader, followed, graveRetention, clock),
                sourceOf(replica.topic()));
        topology.addStateStore(store(replica), processor);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(Replica replica) {
        var supplier = replica.persistent()
                ? Stores.persistentKeyValueStore(replica.store())
                : Stores.inMemoryKeyValueStore(replica.store());
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingEnabled();
    }

    private static String sourceOf(String topic) {
        return "channel-" + topic;
    }
}
