package io.tidings.replication.internal.streams;

import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Replica;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of a view: a source for each of its topics, behind them one processor with its store, so that a key's events meet
 * there whatever topic brings them. Every node and store has a name of ours, since changelog topics are named after them.
 */
final class ReplicaTopology {

    private final UnaryOperator<EventReader> patience;
    private final OpenEdits edits;
    private final Duration graveRetention;
    private final Clock clock;

    ReplicaTopology(UnaryOperator<EventReader> patience, OpenEdits edits, Duration graveRetention, Clock clock) {
        this.patience = patience;
        this.edits = edits;
        this.graveRetention = graveRetention;
        this.clock = clock;
    }

    Topology of(Replica replica, ViewProgress progress) {
        Topology topology = new Topology();
        replica.topics().forEach(topic -> addSource(topology, topic));
        String processor = "fold-" + replica.view();
        topology.addProcessor(
                processor,
                () -> new FoldProcessor(replica, patience, progress, edits, graveRetention, clock),
                replica.topics().stream().map(ReplicaTopology::sourceOf).toArray(String[]::new));
        topology.addStateStore(store(replica), processor);
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

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(Replica replica) {
        var supplier = replica.persistent()
                ? Stores.persistentKeyValueStore(replica.name())
                : Stores.inMemoryKeyValueStore(replica.name());
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingEnabled();
    }

    private static String sourceOf(String topic) {
        return "channel-" + topic;
    }
}
