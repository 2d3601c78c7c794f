package io.tidings.replication;

import io.tidings.messaging.MessageCodec;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.generations.Erased;
import io.tidings.replication.internal.generations.ViewGenerations;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A definition, its driver and the view that people ask. Started and closed once. */
final class HostedView<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final StoredView<K, V> view;
    private final Erased erased = new Erased();
    private volatile @Nullable ViewGenerations generations;
    private volatile @Nullable ViewMaintenance<K, V> maintenance;

    HostedView(ReplicaDefinition<K, V> definition, Clock clock) {
        this.definition = definition;
        this.serializer = new RowSerializer<>(
                definition.rows().schema(), definition.rows().payloadType());
        this.view = new StoredView<>(definition, serializer, this::driver, clock);
    }

    void start(Drivers drivers, StoredGenerations stored, MessageCodec codec, Clock clock) {
        var started = new HostedGenerations<>(definition, serializer, codec, drivers, stored, erased);
        String name = definition.view();
        generations = ViewGenerations.start(
                name, started.shape(), stored.manifest(name), started, erased, stored.keepRetired(), clock);
        maintenance = new ViewMaintenance<>(definition, view, generations(), stored.reprocessing(), clock);
    }

    ReplicaDefinition<K, V> definition() {
        return definition;
    }

    StoredView<K, V> view() {
        return view;
    }

    /** The driver that answers now. */
    ViewDriver driver() {
        return generations().answering();
    }

    ViewGenerations generations() {
        ViewGenerations started = generations;
        if (started == null) {
            throw new IllegalStateException("View '" + definition.view() + "' was not started");
        }
        return started;
    }

    ViewMaintenance<K, V> maintenance() {
        ViewMaintenance<K, V> started = maintenance;
        if (started == null) {
            throw new IllegalStateException("View '" + definition.view() + "' was not started");
        }
        return started;
    }

    void close() {
        ViewGenerations started = generations;
        if (started != null) {
            started.close();
        }
    }

    /** What a driver needs to know of a definition. */
    static <K, V> Replica replica(ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, MessageCodec codec) {
        return HostedGenerations.replica(
                definition,
                serializer,
                codec,
                definition.storeName(),
                definition.feeds(),
                UnaryOperator.identity(),
                IndexValues.indexer(definition.indexes(), serializer));
    }
}
