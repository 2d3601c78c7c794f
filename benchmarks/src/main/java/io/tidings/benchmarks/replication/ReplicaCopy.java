package io.tidings.benchmarks.replication;

import io.tidings.benchmarks.Broker;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.Replication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A view of ours, with its guard. */
final class ReplicaCopy<V> implements Copy {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Replication replication;
    private final ReplicaDefinition<String, V> definition;

    private ReplicaCopy(Replication replication, ReplicaDefinition<String, V> definition) {
        this.replication = replication;
        this.definition = definition;
    }

    static <V> ReplicaCopy<V> start(Broker broker, ReplicaDefinition<String, V> definition, String id, Path state) {
        return start(broker, definition, id, state, Map.of());
    }

    static <V> ReplicaCopy<V> start(
            Broker broker, ReplicaDefinition<String, V> definition, String id, Path state, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Entities.settings(broker));
        settings.remove("client.id");
        settings.put("application.id", id);
        settings.put("state.dir", state.toString());
        settings.putAll(more);
        return new ReplicaCopy<>(Replication.start(settings, List.of(definition)), definition);
    }

    ReplicaView<String, V> view() {
        return replication.view(definition);
    }

    @Override
    public void awaitAll() throws InterruptedException {
        if (!replication.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The view is at " + view().positions());
        }
    }

    @Override
    public void close() {
        replication.close();
    }
}
