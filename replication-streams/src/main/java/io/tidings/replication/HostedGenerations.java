package io.tidings.replication;

import io.tidings.messaging.MessageCodec;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.generations.Erased;
import io.tidings.replication.internal.generations.Generation;
import io.tidings.replication.internal.generations.GenerationDrivers;
import io.tidings.replication.internal.generations.Shape;
import io.tidings.replication.internal.generations.TranslatedDriver;
import io.tidings.replication.internal.generations.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Starts and removes the generations of one view, by the drivers that its definition asks for. */
final class HostedGenerations<K, V> implements GenerationDrivers {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final MessageCodec codec;
    private final Drivers drivers;
    private final StoredGenerations stored;
    private final Erased erased;

    HostedGenerations(
            ReplicaDefinition<K, V> definition,
            RowSerializer<V> serializer,
            MessageCodec codec,
            Drivers drivers,
            StoredGenerations stored,
            Erased erased) {
        this.definition = definition;
        this.serializer = serializer;
        this.codec = codec;
        this.drivers = drivers;
        this.stored = stored;
        this.erased = erased;
    }

    /** What is to be remembered of the definition. */
    Shape shape() {
        return new Shape(
                definition.fingerprint(),
                StoredGenerations.kind(definition),
                definition.store() != StoreKind.MEMORY || definition.coverage() == Coverage.PARTITIONED,
                serializer.schema().toString(),
                definition.feeds().stream().map(Feed::identity).toList(),
                definition.indexes().stream().map(Index::toString).toList());
    }

    @Override
    public ViewDriver start(Generation generation) {
        Indexer indexer = IndexValues.indexer(definition.indexes(), serializer);
        Replica replica = replica(generation.name(), definition.feeds(), UnaryOperator.identity(), indexer);
        return drivers.start(definition, replica);
    }

    @Override
    public Optional<ViewDriver> carryOn(Generation generation) {
        if (definition.store() == StoreKind.SQL) {
            // Its tables have a column for each field, and other instances go on writing those of an earlier
            // definition.
            return Optional.empty();
        }
        return Continuation.of(generation.shape(), shape()).map(translation -> carryOn(generation, translation));
    }

    @Override
    public int newestNumber() {
        return stored.newestNumber(definition);
    }

    @Override
    public boolean remove(Generation generation) {
        return stored.remove(generation);
    }

    @Override
    public boolean awayTooLong(long from, long to) {
        return stored.awayTooLong(definition, from, to);
    }

    @Override
    public void sweep(ViewDriver driver) {
        stored.sweep(driver);
    }

    private ViewDriver carryOn(Generation generation, Translation translation) {
        Indexer todays = IndexValues.indexer(definition.indexes(), serializer);
        List<Feed<K, ?, V>> feeds = feedsOf(generation.shape(), definition.feeds());
        Replica replica = replica(generation.name(), feeds, translation::reading, translation.indexing(todays));
        return new TranslatedDriver(drivers.start(definition, replica), translation, todays);
    }

    /** What had fed it, in its order. A feed that came since would write there what those who share the store never do. */
    static <K, V> List<Feed<K, ?, V>> feedsOf(Shape then, List<Feed<K, ?, V>> today) {
        List<Feed<K, ?, V>> feeds = new ArrayList<>();
        for (String identity : then.feeds()) {
            today.stream()
                    .filter(feed -> feed.identity().equals(identity))
                    .findFirst()
                    .ifPresent(feeds::add);
        }
        return feeds;
    }

    /** Events as a store takes them; none of keys that were erased. */
    private Replica replica(
            String name, List<Feed<K, ?, V>> feeds, UnaryOperator<EventReader> reading, Indexer indexer) {
        UnaryOperator<EventReader> all = reader -> erased.filtering(reading.apply(reader));
        return replica(definition, serializer, codec, name, feeds, all, indexer);
    }

    /**
     * What a driver needs to know of a generation.
     *
     * @param feeds all that feeds it; its logs are numbered in the order in which their addresses are first named
     */
    static <K, V> Replica replica(
            ReplicaDefinition<K, V> definition,
            RowSerializer<V> serializer,
            MessageCodec codec,
            String name,
            List<Feed<K, ?, V>> feeds,
            UnaryOperator<EventReader> reading,
            Indexer indexer) {
        List<String> addresses =
                feeds.stream().map(feed -> feed.channel().address()).distinct().toList();
        List<Input> inputs = new ArrayList<>();
        for (String address : addresses) {
            List<Feed<K, ?, V>> here = feeds.stream()
                    .filter(feed -> feed.channel().address().equals(address))
                    .toList();
            int log = inputs.size();
            inputs.add(new Input(log, address, reading.apply(new FeedReader<>(log, here, serializer, codec))));
        }
        return new Replica(
                definition.view(),
                name,
                inputs,
                definition.store() == StoreKind.ROCKSDB,
                IndexValues.order(definition.keyType()),
                indexer);
    }
}
