package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A view over the rows of the generation that answers now. */
final class StoredView<K, V> implements ReplicaView<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final Supplier<ViewDriver> driver;

    StoredView(ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, Supplier<ViewDriver> driver) {
        this.definition = definition;
        this.serializer = serializer;
        this.driver = driver;
    }

    /** Whether this is the definition's view. To Avro, schemas that differ in an alias are equal; to the fingerprint not. */
    @SuppressWarnings("ReferenceEquality") // the common case, since a fingerprint costs more than a get
    boolean shows(ReplicaDefinition<?, ?> other) {
        return definition == other
                || (definition.view().equals(other.view())
                        && definition.storeName().equals(other.storeName()));
    }

    @Override
    public Optional<V> get(K key) {
        return readyRows().get(encoded(key)).filter(Row::live).map(this::value);
    }

    @Override
    public Optional<ReplicaRow<V>> row(K key) {
        return readyRows()
                .get(encoded(key))
                .filter(Row::live)
                .map(row -> new ReplicaRow<>(value(row), row.version(), Instant.ofEpochMilli(row.since())));
    }

    @Override
    public <T> Map<K, V> by(Index<V, T> index, T value) {
        int number = definition.indexes().indexOf(index);
        if (number < 0) {
            throw new IllegalArgumentException("View '" + definition.view() + "' has no index " + index);
        }
        byte[] bytes = IndexValues.bytes(index, value);
        Map<K, V> found = new LinkedHashMap<>();
        readyRows().byIndex(new IndexEntry(number, bytes), live(found::put));
        return found;
    }

    @Override
    public void range(K from, K to, BiConsumer<? super K, ? super V> visitor) {
        readyRows().range(encoded(from), encoded(to), live(visitor));
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> visitor) {
        readyRows().forEach(live(visitor));
    }

    @Override
    public void forEachParked(Consumer<ParkedKey> visitor) {
        readyRows().forEach((bytes, row) -> {
            Row.Parked parked = row.parked();
            if (parked != null) {
                ByteBuffer key = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
                Instant since = Instant.ofEpochMilli(parked.at());
                visitor.accept(new ParkedKey(key, parked.version(), parked.offset(), since, parked.reason()));
            }
            return true;
        });
    }

    @Override
    public long size() {
        return driver.get().progress().live();
    }

    @Override
    public long parked() {
        return driver.get().progress().parked();
    }

    @Override
    public long withoutKey() {
        return driver.get().progress().withoutKey();
    }

    @Override
    public List<Position> positions() {
        Map<String, Map<Integer, Long>> offsets = new LinkedHashMap<>();
        definition.addresses().forEach(address -> offsets.put(address, new TreeMap<>()));
        driver.get()
                .progress()
                .positions()
                .forEach((input, offset) -> offsets.computeIfAbsent(input.topic(), topic -> new TreeMap<>())
                        .put(input.partition(), offset));
        return offsets.entrySet().stream()
                .map(entry -> Position.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public long lag() {
        return driver.get().progress().lag();
    }

    private BiPredicate<byte[], Row> live(BiConsumer<? super K, ? super V> visitor) {
        KeyType<K> keyType = definition.keyType();
        return (bytes, row) -> {
            if (row.live()) {
                visitor.accept(requireNonNull(keyType.decode(bytes)), value(row));
            }
            return true;
        };
    }

    private Rows readyRows() {
        ViewDriver now = driver.get();
        if (!now.readiness().ready()) {
            throw new TransientMessagingException(
                    "View '" + definition.view() + "' is not ready: it catches up, or its partitions move", null);
        }
        return now.rows();
    }

    private byte[] encoded(K key) {
        return requireNonNull(definition.keyType().encode(key), "key");
    }

    private V value(Row row) {
        return serializer.read(row.value().bytes());
    }
}
