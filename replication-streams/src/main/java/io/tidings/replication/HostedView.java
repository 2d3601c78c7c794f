package io.tidings.replication;

import io.tidings.messaging.MessageCodec;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ViewDriver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition, its driver and the view that people ask. Started and closed once. */
final class HostedView<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final StoredView<K, V> view;
    private volatile @Nullable ViewDriver driver;

    HostedView(ReplicaDefinition<K, V> definition) {
        this.definition = definition;
        this.serializer = new RowSerializer<>(
                definition.rows().schema(), definition.rows().payloadType());
        this.view = new StoredView<>(definition, serializer, this::driver);
    }

    void start(Drivers drivers, MessageCodec codec) {
        driver = drivers.start(definition, replica(definition, serializer, codec));
    }

    ReplicaDefinition<K, V> definition() {
        return definition;
    }

    StoredView<K, V> view() {
        return view;
    }

    ViewDriver driver() {
        ViewDriver started = driver;
        if (started == null) {
            throw new IllegalStateException("View '" + definition.view() + "' was not started");
        }
        return started;
    }

    void close() {
        ViewDriver started = driver;
        if (started != null) {
            started.close();
        }
    }

    /** What a driver needs to know of a definition. */
    static <K, V> Replica replica(ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, MessageCodec codec) {
        List<Input> inputs = new ArrayList<>();
        for (String address : definition.addresses()) {
            List<Feed<K, ?, V>> feeds = definition.feeds().stream()
                    .filter(feed -> feed.channel().address().equals(address))
                    .toList();
            int log = inputs.size();
            inputs.add(new Input(log, address, new FeedReader<>(log, feeds, serializer, codec)));
        }
        return new Replica(
                definition.view(),
                definition.storeName(),
                inputs,
                definition.store() == StoreKind.ROCKSDB,
                IndexValues.order(definition.keyType()),
                IndexValues.indexer(definition.indexes(), serializer));
    }
}
