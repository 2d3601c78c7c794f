package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import io.tidings.replication.internal.copy.ToldCopy;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ToldDriver;
import io.tidings.replication.internal.sql.ToldSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A view for tests, without a broker: the test says what the owner publishes, in any order, and asks the view itself. Messages are
 * encoded and decoded as between real services, guard, graves and parked keys are the real ones, and rows are kept where the
 * definition says: on disk (in a temporary directory), on the heap, or in a database that the test gives. What is published is there when the call returns; time
 * stands still until the test moves it. Used by one thread.
 */
public final class ReplicaTestDriver<K, V> implements AutoCloseable {

    private static final Duration GRAVES_ARE_KEPT = Duration.ofDays(7);

    private final ReplicaDefinition<K, V> definition;
    private final @Nullable SqlStore sql;
    private final SchemaRegistry registry;
    private final MessageCodec codec;
    private final VirtualClock clock;
    private final Path directory;
    private final RowSerializer<V> serializer;
    private final StoredView<K, V> view;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private ToldDriver driver;
    private boolean away;

    private record Told(EncodedMessage message, Received.Origin origin) {}

    private ReplicaTestDriver(
            ReplicaDefinition<K, V> definition, Map<String, String> configuration, @Nullable SqlStore sql) {
        this.definition = definition;
        this.sql = sql;
        this.registry = SchemaRegistry.connect(configuration);
        this.codec = new AvroMessageCodec(registry, CodecSettings.from(configuration));
        this.clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
        this.directory = temporary();
        this.serializer = new RowSerializer<>(
                definition.rows().schema(), definition.rows().payloadType());
        this.driver = opened();
        this.view = new StoredView<>(definition, serializer, () -> driver, clock);
    }

    /** Of a view, with a schema registry in memory. */
    public static <K, V> ReplicaTestDriver<K, V> of(ReplicaDefinition<K, V> definition) {
        return of(definition, Map.of());
    }

    /**
     * Of a view, with settings as the service has them, as far as they are about messages and the registry; what is left out has
     * values for tests.
     *
     * @throws IllegalArgumentException if settings are wrong
     */
    public static <K, V> ReplicaTestDriver<K, V> of(
            ReplicaDefinition<K, V> definition, Map<String, String> configuration) {
        if (definition.store() == StoreKind.SQL) {
            throw new IllegalArgumentException("View '" + definition.view()
                    + "' is kept in a database: give it, as in of(definition, Map.of(), SqlStore.of(dataSource))");
        }
        return new ReplicaTestDriver<>(definition, settings(configuration), null);
    }

    /**
     * Of a view that is kept in a database: tables are created there, and stay. Two views with the same definition share their rows
     * in one database, so each test wants a schema of its own, or drops it.
     */
    public static <K, V> ReplicaTestDriver<K, V> of(
            ReplicaDefinition<K, V> definition, Map<String, String> configuration, SqlStore database) {
        return new ReplicaTestDriver<>(definition, settings(configuration), database);
    }

    private static Map<String, String> settings(Map<String, String> configuration) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("schema.registry.url", "mock://replica-test-" + UUID.randomUUID());
        settings.put("tidings.source", "/owner");
        settings.putAll(configuration);
        return settings;
    }

    /** The view, as the service asks it. */
    public ReplicaView<K, V> view() {
        return view;
    }

    /** The owner publishes a version of an entity on the view's only channel, or its first. */
    public <T> void publish(MessageType<T> type, K key, T payload, long version) {
        publish(channel(), type, key, payload, SendOptions.version(version));
    }

    /**
     * The owner publishes a message.
     *
     * @throws IllegalArgumentException if the view is not fed from that channel
     */
    public <T> void publish(Channel<K> channel, MessageType<T> type, K key, T payload, SendOptions options) {
        receive(codec.encode(OutgoingMessage.of(channel, type, key, payload, options)));
    }

    /** The owner says by a tombstone that an entity is gone since a version, on the view's only channel, or its first. */
    public void delete(K key, long version) {
        delete(channel(), key, SendOptions.version(version));
    }

    /** The owner publishes a tombstone; without an entity version in the options it cannot be ordered. */
    public void delete(Channel<K> channel, K key, SendOptions options) {
        MessageType<?> type = definition.feeds().get(0).type();
        receive(tombstone(channel, type, key, options));
    }

    private <T> EncodedMessage tombstone(Channel<K> channel, MessageType<T> type, K key, SendOptions options) {
        return codec.encode(OutgoingMessage.of(channel, type, key, null, options));
    }

    /**
     * Somebody writes bytes to a topic, whatever they mean.
     *
     * @param address the topic
     * @throws IllegalArgumentException if the view is not fed from it
     */
    public void receive(String address, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        List<EncodedMessage.Header> all = new ArrayList<>();
        headers.forEach((name, header) -> all.add(new EncodedMessage.Header(name, header)));
        receive(new EncodedMessage(UUID.randomUUID().toString(), address, key, value, all));
    }

    /** All that was published until now comes again, in the same order and at the same places: nothing changes. */
    public void receiveAllAgain() {
        List.copyOf(told).forEach(this::tell);
    }

    /** The service is started anew; a store on the heap is read from its channels again. */
    public void restart() {
        driver.close();
        driver = opened();
        if (definition.store() == StoreKind.MEMORY) {
            receiveAllAgain();
        }
    }

    /** Time goes on; graves that were kept for long enough go (7 days). */
    public void advance(Duration by) {
        clock.advance(by);
        driver.sweep();
        caughtUp();
    }

    /**
     * Whether the broker is away from now on: the view answers what it knows, less and less fresh, and nothing that is published
     * arrives until it is back.
     */
    public void brokerAway(boolean gone) {
        away = gone;
        if (!gone) {
            told.stream()
                    .filter(message -> message.origin().offset() >= position(message))
                    .forEach(this::tell);
            caughtUp();
        }
    }

    /** What time it is for the view. */
    public Instant now() {
        return clock.instant();
    }

    /** Removes what was kept. */
    @Override
    public void close() {
        driver.close();
        registry.close();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " is left behind", e);
        }
    }

    private Channel<K> channel() {
        return definition.feeds().get(0).channel();
    }

    private void receive(EncodedMessage message) {
        if (!definition.addresses().contains(message.address())) {
            throw new IllegalArgumentException("View '" + definition.view() + "' is fed from " + definition.addresses()
                    + ", not from '" + message.address() + "'");
        }
        long offset = ends.merge(message.address(), 1L, Long::sum) - 1;
        Told now = new Told(message, new Received.Origin(message.address(), 0, offset, clock.instant()));
        told.add(now);
        if (!away) {
            tell(now);
        }
    }

    private void tell(Told message) {
        driver.receive(message.message(), message.origin());
        caughtUp();
    }

    private void caughtUp() {
        if (!away) {
            driver.caughtUp();
        }
    }

    private long position(Told message) {
        return driver.progress().positions().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(message.origin().address()))
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    private ToldDriver opened() {
        Replica replica = HostedView.replica(definition, serializer, codec);
        if (definition.store() != StoreKind.SQL) {
            return ToldCopy.open(replica, directory.resolve(definition.storeName()), GRAVES_ARE_KEPT, clock);
        }
        String generation = "test-" + definition.storeName();
        return ToldSql.open(
                requireNonNull(sql, "sql").storage(),
                replica,
                SqlStore.schema(definition, generation),
                generation,
                GRAVES_ARE_KEPT,
                clock);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("replica-test-");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for a temporary directory", e);
        }
    }

    private static final class VirtualClock extends Clock {

        private Instant now;

        VirtualClock(Instant now) {
            this.now = now;
        }

        synchronized void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId other) {
            throw new UnsupportedOperationException("This clock knows no other zone");
        }
    }
}
