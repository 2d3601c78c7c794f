package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/** A view over the rows of the generation that answers now. */
final class StoredView<K, V> implements ReplicaView<K, V>, BareView<K, V> {

    private final ReplicaDefinition<K, V> definition;
    private final RowSerializer<V> serializer;
    private final Supplier<ViewDriver> driver;
    private final Rows rows;
    private final Waiting waiting;

    StoredView(
            ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, Supplier<ViewDriver> driver, Clock clock) {
        this.definition = definition;
        this.serializer = serializer;
        this.driver = driver;
        this.rows = new AnsweringRows(definition, driver, clock);
        this.waiting = new Waiting(rows, driver);
    }

    @Override
    public ReplicaDefinition<K, V> definition() {
        return definition;
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
        return rows.get(keyBytes(key)).filter(Row::live).map(this::valueOf);
    }

    @Override
    public Optional<ReplicaRow<V>> row(K key) {
        return rows.get(keyBytes(key)).filter(Row::live).map(this::rowOf);
    }

    @Override
    public Optional<ReplicaRow<V>> row(K key, AtLeast atLeast, Duration timeout) {
        return waiting.get(keyBytes(key), atLeast, timeout).filter(Row::live).map(this::rowOf);
    }

    @Override
    public Optional<Row> find(byte[] key, @Nullable String atLeast, Duration timeout) {
        return atLeast == null ? rows.get(key) : waiting.get(key, AtLeast.parse(atLeast), timeout);
    }

    @Override
    public <T> Map<K, V> by(Index<V, T> index, T value) {
        Map<K, V> found = new LinkedHashMap<>();
        rows.byIndex(entryOf(index, value), live(found::put));
        return found;
    }

    @Override
    public void range(K from, K to, BiConsumer<? super K, ? super V> visitor) {
        rows.range(keyBytes(from), keyBytes(to), live(visitor));
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> visitor) {
        rows.forEach(live(visitor));
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
            return true;
        });
    }

    @Override
    public long size() {
        return progress().live();
    }

    @Override
    public long parked() {
        return progress().parked();
    }

    @Override
    public long withoutKey() {
        return progress().withoutKey();
    }

    @Override
    public List<Position> positions() {
        Map<String, Map<Integer, Long>> offsets = new LinkedHashMap<>();
        definition.addresses().forEach(address -> offsets.put(address, new TreeMap<>()));
        progress()
                .positions()
                .forEach((input, offset) -> offsets.computeIfAbsent(input.topic(), topic -> new TreeMap<>())
                        .put(input.partition(), offset));
        return offsets.entrySet().stream()
                .map(entry -> Position.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Freshness freshness() {
        Progress progress = progress();
        return new Freshness(positions(), progress.newest(), progress.caughtUpAt());
    }

    @Override
    public long lag() {
        return progress().lag();
    }

    private BiPredicate<byte[], Row> live(BiConsumer<? super K, ? super V> visitor) {
        KeyType<K> keyType = definition.keyType();
        return (bytes, row) -> {
            if (row.live()) {
                visitor.accept(requireNonNull(keyType.decode(bytes)), valueOf(row));
            }
            return true;
        };
    }

    @Override
    public byte[] keyBytes(K key) {
        return requireNonNull(definition.keyType().encode(key), "key");
    }

    @Override
    public V valueOf(Row row) {
        return serializer.read(row.value().bytes());
    }

    private ReplicaRow<V> rowOf(Row row) {
        return new ReplicaRow<>(valueOf(row), row.version(), Instant.ofEpochMilli(row.since()));
    }

    @Override
    public K keyOf(byte[] bytes) {
        return requireNonNull(definition.keyType().decode(bytes));
    }

    @Override
    public IndexEntry entry(String index, Object value) {
        for (Index<V, ?> known : definition.indexes()) {
            if (known.name().equals(index)) {
                return checkedEntry(known, value);
            }
        }
        throw new IllegalArgumentException("View '" + definition.view() + "' has no index '" + index + "'");
    }

    private <T> IndexEntry checkedEntry(Index<V, T> index, Object value) {
        if (!index.type().accepts(value)) {
            throw new IllegalArgumentException("Index '" + index.name() + "' is of type " + index.type());
        }
        @SuppressWarnings("unchecked") // just checked
        T same = (T) value;
        return entryOf(index, same);
    }

    private <T> IndexEntry entryOf(Index<V, T> index, T value) {
        int number = definition.indexes().indexOf(index);
        if (number < 0) {
            throw new IllegalArgumentException("View '" + definition.view() + "' has no index " + index);
        }
        return new IndexEntry(number, IndexValues.bytes(index, value));
    }

    @Override
    public Replica replica() {
        return driver.get().replica();
    }

    @Override
    public String wireName() {
        String generation = driver.get().replica().name();
        String own = definition.storeName();
        return generation.equals(own) ? own : own + "@" + generation;
    }

    @Override
    public Placements placements() {
        return driver.get().placements();
    }

    @Override
    public Progress progress() {
        return driver.get().progress();
    }

    @Override
    public Readiness readiness() {
        return driver.get().readiness();
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public boolean answersAlways() {
        return definition.staleness().alwaysAnswers();
    }
}
