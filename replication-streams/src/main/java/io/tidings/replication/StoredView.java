package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.streams.Replica;
import io.tidings.replication.internal.streams.RowStore;
import io.tidings.replication.internal.streams.StreamsDriver;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A view over the driver's rows. */
final class StoredView<K, V> implements ReplicaView<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final Replica replica;
    private final StreamsDriver driver;
    private final RowStore rows;

    StoredView(ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, Replica replica, StreamsDriver driver) {
        this.definition = definition;
        this.serializer = serializer;
        this.replica = replica;
        this.driver = driver;
        this.rows = driver.rows(replica);
    }

    /** Whether this is the definition's view. To Avro, schemas that differ in an alias are equal; to the fingerprint not. */
    @SuppressWarnings("ReferenceEquality") // the common case, since a fingerprint costs more than a get
    boolean shows(ReplicaDefinition<?, ?> other) {
        return definition == other
                || (definition.equals(other) && definition.storeName().equals(other.storeName()));
    }

    @Override
    public Optional<V> get(K key) {
        byte[] bytes = requireNonNull(definition.channel().keyType().encode(key), "key");
        return rows.get(bytes)
                .filter(Row::live)
                .map(row -> serializer.read(row.value().bytes()));
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> visitor) {
        KeyType<K> keyType = definition.channel().keyType();
        rows.forEach((bytes, row) -> {
            if (row.live()) {
                visitor.accept(
                        requireNonNull(keyType.decode(bytes)),
                        serializer.read(row.value().bytes()));
            }
        });
    }

    @Override
    public void forEachParked(Consumer<ParkedKey> visitor) {
        rows.forEach((bytes, row) -> {
            Row.Parked parked = row.parked();
            if (parked != null) {
                ByteBuffer key = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
                Instant since = Instant.ofEpochMilli(parked.at());
                visitor.accept(new ParkedKey(key, parked.version(), parked.offset(), since, parked.reason()));
            }
        });
    }

    @Override
    public long size() {
        return driver.live(replica);
    }

    @Override
    public long parked() {
        return driver.parked(replica);
    }

    @Override
    public long withoutKey() {
        return driver.withoutKey(replica);
    }

    @Override
    public Position position() {
        return Position.of(replica.topic(), driver.positions(replica));
    }

    @Override
    public long lag() {
        return driver.lag(replica);
    }
}
